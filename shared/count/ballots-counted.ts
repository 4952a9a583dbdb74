import { ceilDiv } from '../basics/ceil-div.ts';
import type { Count } from './cell.ts';

/**
 * Ballots from which a count was made: `ballotsCast` where given, else the fewest that can hold its
 * votes, over- and undervotes, each ballot at most `votesAllowed` of them and one for any choice.
 * Choices whose votes leave the total count here: they are on ballots.
 */
export function ballotsCounted(count: Count, votesAllowed: number): number {
  if (count.ballotsCast !== null) return count.ballotsCast;
  const choices = Object.values(count.votes);
  const most = choices.reduce((max, votes) => Math.max(max, votes), 0);
  return Math.max(ceilDiv(marksOf(count), votesAllowed), most);
}

/** Votes, overvotes and undervotes: what `votesAllowed` marks on each ballot add up to. */
export function marksOf(count: Count): number {
  const votes = Object.values(count.votes).reduce((sum, of) => sum + of, 0);
  return votes + (count.overvotes ?? 0) + (count.undervotes ?? 0);
}
