import type { Line } from '../../shared/election/rule.ts';
import { lineBand, TRACK } from './track-layout.ts';

/** The line, from top to bottom of the box it lies in, behind every bar. One to a picture. */
export function LineLayer({ line, lineWidth }: { line: Line; lineWidth?: number }) {
  const { start, end } = lineBand(line, lineWidth);
  return (
    <svg
      className="line-layer"
      viewBox={`0 0 ${TRACK} 100`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <rect className="the-line" x={start} width={end - start} height="100" />
    </svg>
  );
}
