import type { Contest } from '../election/contest.ts';
import type { Method } from '../election/method.ts';
import type { Count } from './cell.ts';
import { sameCount } from './same-count.ts';
import type { PublicCorrection } from './tally.ts';
import { votesFor } from './votes-for.ts';

/**
 * From what to what a correction changes each choice's votes, over the methods of the unit that it
 * touches, in ballot order; empty where it changes no votes.
 */
export function correctionChanges(
  contest: Contest,
  before: ReadonlyMap<Method, Count>,
  after: ReadonlyMap<Method, Count>,
): PublicCorrection['changes'] {
  const [was, is] = [untouchedLeftOut(before, after), untouchedLeftOut(after, before)];
  return contest.choices
    .map(({ id }) => ({
      choice: id,
      from: was.reduce((sum, count) => sum + votesFor(count, id), 0),
      to: is.reduce((sum, count) => sum + votesFor(count, id), 0),
    }))
    .filter(({ from, to }) => from !== to);
}

function untouchedLeftOut(
  counts: ReadonlyMap<Method, Count>,
  others: ReadonlyMap<Method, Count>,
): readonly Count[] {
  return [...counts].flatMap(([method, count]) => {
    const other = others.get(method);
    return other && sameCount(count, other) ? [] : [count];
  });
}
