import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Count } from '../../shared/count/cell.ts';
import { shiftVotes } from '../../shared/count/shift-votes.ts';
import type { Votes } from '../../shared/count/tally.ts';
import type { Contest } from '../../shared/election/contest.ts';
import type { Method } from '../../shared/election/method.ts';
import { type Crossing, crossings } from '../../shared/results/crossing.ts';
import { totalOf } from '../../shared/results/field.ts';
import { subjectOf } from '../../shared/results/ranking.ts';

type Counts = ReadonlyMap<Method, Count>;

/** What a report would do to the one whom the line is about. */
export interface PublishEffect {
  readonly choice: ChoiceId;
  readonly before: { readonly num: number; readonly den: number };
  readonly after: { readonly num: number; readonly den: number };
  /** Whoever changes sides of the line. */
  readonly crossings: readonly Crossing[];
  /** Who leads afterwards, where that is someone else. */
  readonly newLeader: ChoiceId | null;
}

/** @param votes the contest's, as the public has them; null where nobody can win */
export function publishEffect(
  contest: Contest,
  votes: Votes,
  was: Counts,
  is: Counts,
): PublishEffect | null {
  const after = shiftVotes(contest, votes, [...was.values()], [...is.values()]);
  const leader = totalOf(contest, votes) === 0 ? null : subjectOf(contest, votes);
  const next = subjectOf(contest, after);
  const choice = leader?.id ?? next?.id;
  if (choice === undefined) return null;
  const share = (of: Votes) => ({ num: of[choice] ?? 0, den: totalOf(contest, of) });
  return {
    choice,
    before: share(votes),
    after: share(after),
    crossings: crossings(contest, { votes }, { votes: after }),
    newLeader: next === null || next.id === choice ? null : next.id,
  };
}
