import type { CountPoint } from './count-point.ts';

/** In pixels: nearer to the last one than this, a point changes nothing that can be seen. */
const NEAR = 3;

/**
 * Points as far as they can be told apart; the first, the newest and both sides of every crossing
 * always.
 *
 * @param crosses whether anyone crossed the line between two points
 */
export function visiblePoints(
  points: readonly CountPoint[],
  x: (counted: number) => number,
  crosses: (before: CountPoint, after: CountPoint) => boolean,
): readonly CountPoint[] {
  let last = Number.NEGATIVE_INFINITY;
  let crossed = false;
  return points.filter((point, at) => {
    const next = points[at + 1];
    const was = crossed;
    crossed = next !== undefined && crosses(point, next);
    const place = x(point.counted);
    if (!was && !crossed && next !== undefined && Math.abs(place - last) < NEAR) return false;
    last = place;
    return true;
  });
}
