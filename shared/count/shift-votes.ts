import type { Contest } from '../election/contest.ts';
import type { Count } from './cell.ts';
import type { Votes } from './tally.ts';
import { votesFor } from './votes-for.ts';

/** Sums of votes with some counts replaced by others; the very same object where no vote moves. */
export function shiftVotes(
  contest: Contest,
  votes: Votes,
  was: readonly Count[],
  is: readonly Count[],
): Votes {
  if (was.length === 0 && is.length === 0) return votes;
  const moved = contest.choices.map(({ id }) => {
    const less = was.reduce((sum, count) => sum + votesFor(count, id), 0);
    const more = is.reduce((sum, count) => sum + votesFor(count, id), 0);
    const old = votesFor({ votes }, id);
    return { id, old, now: old - less + more };
  });
  if (moved.every(({ old, now }) => old === now)) return votes;
  return Object.fromEntries(moved.map(({ id, now }) => [id, now]));
}
