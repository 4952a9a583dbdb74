import { compareProducts } from '../../shared/basics/exact.ts';
import type { Fraction } from './fraction.ts';

/** A share beside what is needed, in per cent of the picture's width. */
export interface PathDot {
  readonly x: number;
  /** At or over what is needed: whole numbers say so. */
  readonly over: boolean;
  /** On which side of the dot its number has room. */
  readonly label: 'before' | 'after';
}

/** Needed, on every picture, in per cent of its width. */
export const NEEDED_AT = 50;
/** At least so much of a share on either side of what is needed. */
const LEAST_REACH = 0.1;
/** A dot is as wide as this: it never lies on the line. */
const BESIDE = 2;
/** Nearer to an edge than this, a dot's number stands on the other side of it. */
const LABEL_ROOM = 25;

/** Dots on one common axis with what is needed in its middle, as wide as the farthest asks for. */
export function pathDots(
  shares: readonly Fraction[],
  needed: Fraction,
): readonly (PathDot | null)[] {
  const at = needed.num / needed.den;
  const reach = Math.max(
    LEAST_REACH,
    ...shares.filter(({ den }) => den > 0).map(({ num, den }) => Math.abs(num / den - at)),
  );
  return shares.map((share) => {
    if (share.den === 0) return null;
    const over = compareProducts(share.num, needed.den, needed.num, share.den) >= 0;
    const place = NEEDED_AT + (40 * (share.num / share.den - at)) / reach;
    const x = over ? Math.max(place, NEEDED_AT + BESIDE) : Math.min(place, NEEDED_AT - BESIDE);
    return { x: Math.round(x * 10) / 10, over, label: labelSide(x, over) };
  });
}

/** Away from the line, unless the edge is near. */
function labelSide(x: number, over: boolean): 'before' | 'after' {
  if (over) return x > 100 - LABEL_ROOM ? 'before' : 'after';
  return x < LABEL_ROOM ? 'after' : 'before';
}
