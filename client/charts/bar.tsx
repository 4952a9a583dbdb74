import type { Hue } from '../design/party-hue.ts';
import type { Frame } from './frame.ts';
import { TRACK } from './track-layout.ts';
import { usePainted } from './use-stage.tsx';

/**
 * A bar from the left edge to `end`, or from the right edge to it, in units of the track. Moved by
 * transform alone, so that nothing is laid out again for it.
 */
export function Bar({
  end,
  hue,
  from = 'left',
}: {
  end: (frame: Frame) => number;
  hue: Hue;
  from?: 'left' | 'right';
}) {
  const put = from === 'left' ? putFromLeft : putFromRight;
  const { ref, first } = usePainted<SVGRectElement, number>(end, put);
  const own = hue.color === null ? {} : { fill: hue.color };
  return (
    <rect
      ref={ref}
      className={`bar ${hue.className === null ? '' : `${hue.className} hue-fill`}`}
      width={TRACK}
      height="100"
      transform={from === 'left' ? scaleFromLeft(first) : scaleFromRight(first)}
      {...own}
    />
  );
}

function putFromLeft(node: SVGRectElement, end: number): void {
  node.style.transform = `scale(${end / TRACK}, 1)`;
}

function putFromRight(node: SVGRectElement, start: number): void {
  node.style.transform = `translate(${start}px, 0) scale(${(TRACK - start) / TRACK}, 1)`;
}

function scaleFromLeft(end: number): string {
  return `scale(${end / TRACK} 1)`;
}

function scaleFromRight(start: number): string {
  return `translate(${start} 0) scale(${(TRACK - start) / TRACK} 1)`;
}
