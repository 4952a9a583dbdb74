import type { ReactNode } from 'react';
import type { Line } from '../../shared/election/rule.ts';
import { HATCH } from '../design/hatch.tsx';
import { groundsOf, TRACK } from './track-layout.ts';

/** The ground of a bar, open where the line runs through, and the bars on it. */
export function Track({
  line,
  uncounted = false,
  lineWidth,
  className = '',
  children,
}: {
  line: Line | null;
  /** Hatched: what no bar covers is not counted. */
  uncounted?: boolean;
  /** In units of the track. */
  lineWidth?: number;
  className?: string;
  children?: ReactNode;
}) {
  return (
    <svg className={`track ${className}`} aria-hidden="true">
      {groundsOf(line, lineWidth).map(({ start, end }) => (
        // Per cent, not units: the pattern must not be stretched with the track.
        <rect
          key={start}
          className={uncounted ? 'track-uncounted' : 'track-ground'}
          x={`${start / 10}%`}
          width={`${(end - start) / 10}%`}
          height="100%"
          {...(uncounted ? { fill: HATCH } : {})}
        />
      ))}
      <svg
        viewBox={`0 0 ${TRACK} 100`}
        preserveAspectRatio="none"
        width="100%"
        height="100%"
        aria-hidden="true"
      >
        {children}
      </svg>
    </svg>
  );
}
