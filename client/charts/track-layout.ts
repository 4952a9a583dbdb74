import type { Line } from '../../shared/election/rule.ts';
import { clears } from '../../shared/results/line-of-votes.ts';
import type { Fraction } from './fraction.ts';

/** Every track is this many units wide, whatever its size on the screen. */
export const TRACK = 1000;

/** In units: as wide as the line's own half on either side is kept free of it. */
const LINE_WIDTH = 8;

/** Where the line and the gap around it lie on a track, in units from the left. */
export interface LineBand {
  readonly gapStart: number;
  readonly start: number;
  readonly end: number;
  readonly gapEnd: number;
}

/** @param width of the line in units; the gap is as wide again. */
export function lineBand(line: Line, width = LINE_WIDTH): LineBand {
  const at = (TRACK * line.num) / line.den;
  return {
    gapStart: at - width,
    start: at - width / 2,
    end: at + width / 2,
    gapEnd: at + width,
  };
}

/**
 * Where a bar that grows from the left ends, in units. Which side of the line it is on comes from
 * whole numbers: under the line it ends before the gap, over it behind, at the cost of at most one
 * line-width.
 */
export function barEnd(share: Fraction, line: Line | null, width = LINE_WIDTH): number {
  const place = placeOf(share);
  if (line === null) return place;
  const band = lineBand(line, width);
  if (share.den > 0 && clears(share.num, share.den, line)) return Math.max(place, band.gapEnd);
  return Math.min(place, band.gapStart);
}

/** Without regard to any line. */
export function placeOf({ num, den }: Fraction): number {
  return den === 0 ? 0 : (TRACK * num) / den;
}

/** The two pieces of a track on either side of the line's gap; one where there is no line. */
export function groundsOf(line: Line | null, width = LINE_WIDTH): readonly Span[] {
  if (line === null) return [{ start: 0, end: TRACK }];
  const band = lineBand(line, width);
  return [
    { start: 0, end: band.gapStart },
    { start: band.gapEnd, end: TRACK },
  ];
}

/** A piece of a track, in units from the left. */
export interface Span {
  readonly start: number;
  readonly end: number;
}
