import type { LateBallots } from '../election/contest.ts';

/** Whether fewer late ballots can come than before: a method is dropped, or its bound lowered. */
export function lessensLate(
  before: readonly LateBallots[],
  after: readonly LateBallots[],
): boolean {
  return before.some(({ method, bound }) => {
    const now = after.find((one) => one.method === method);
    return now === undefined || (now.bound ?? Infinity) < (bound ?? Infinity);
  });
}
