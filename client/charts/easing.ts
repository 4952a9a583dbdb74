/** How values move: off at once, gently to the end. */
export const VALUE_EASING = [0.22, 0.8, 0.28, 1] as const;
/** How places change. */
export const PLACE_EASING = [0.6, 0, 0.2, 1] as const;

export type Bezier = readonly [x1: number, y1: number, x2: number, y2: number];

export function cssEasing(curve: Bezier): string {
  return `cubic-bezier(${curve.join(', ')})`;
}

/** CSS's cubic-bezier as a function: the part of the way after `time`, both 0 to 1. */
export function ease([x1, y1, x2, y2]: Bezier, time: number): number {
  if (time <= 0) return 0;
  if (time >= 1) return 1;
  let low = 0;
  let high = 1;
  // x grows with t, so halving finds it; 20 halvings are finer than any screen.
  for (let halving = 0; halving < 20; halving += 1) {
    const middle = (low + high) / 2;
    if (bezier(x1, x2, middle) < time) low = middle;
    else high = middle;
  }
  return bezier(y1, y2, (low + high) / 2);
}

function bezier(first: number, second: number, t: number): number {
  const rest = 1 - t;
  return 3 * rest * rest * t * first + 3 * rest * t * t * second + t * t * t;
}
