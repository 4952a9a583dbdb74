import type { Count } from '../count/cell.ts';
import type { Votes } from '../count/tally.ts';
import { votesFor } from '../count/votes-for.ts';
import type { Contest } from '../election/contest.ts';

/** The votes of every choice the contest has now: a choice that was added since has none. */
export function wholeVotes(contest: Contest, count: Count): Votes {
  return Object.fromEntries(contest.choices.map(({ id }) => [id, votesFor(count, id)]));
}
