import { safeSum } from '../basics/exact.ts';
import type { Line } from '../election/rule.ts';
import { type Field, othersGrowth, votesAt } from './field.ts';
import { clears } from './line-of-votes.ts';

/**
 * What holds however the ballots fall that can still come (product.md, "Certainty, exactly"). Each
 * asks of the choice at a place of the field. Before the first vote nothing is certain.
 */

/** It clears the line even if all that comes goes to others. */
export function mustClear(field: Field, at: number, line: Line): boolean {
  const total = safeSum(field.total, othersGrowth(field));
  return field.total > 0 && clears(votesAt(field, at), total, line);
}

/** It clears the line if all that comes goes to it. */
export function canClear(field: Field, at: number, line: Line): boolean {
  const total = safeSum(field.total, field.ballots);
  return clears(votesAt(field, at) + field.ballots, total, line);
}

/**
 * It is among the first `places`: there are fewer rivals than that, or to lift the best of them to
 * its level takes more votes than can come, or more ballots for one of them. A tie is not certain.
 * Asked of those who can win: others have no votes among the rivals'.
 */
export function isSureOfPlace(field: Field, at: number, places: number): boolean {
  if (field.total === 0 || places < 1) return false;
  const own = votesAt(field, at);
  const rivals = bestRivals(field, own, places);
  if (rivals.length < places) return true;
  const deficits = rivals.map((votes) => Math.max(0, own - votes));
  const needed = deficits.reduce(safeSum, 0);
  return needed > field.votesAllowed * field.ballots || Math.max(...deficits) > field.ballots;
}

/** It cannot be among the first `places`: so many named rivals stay above it whatever comes. */
export function isOutOfPlaces(field: Field, at: number, places: number): boolean {
  const reach = safeSum(votesAt(field, at), field.ballots);
  return field.total > 0 && above(field.namedVotes, reach) >= places;
}

/** Nothing can come, and it shares the last of the `places` with others: the rule does not say who has it. */
export function isTiedForPlace(field: Field, at: number, places: number): boolean {
  if (field.total === 0 || field.ballots > 0) return false;
  const own = votesAt(field, at);
  const equal = field.namedVotes.filter((votes) => votes === own).length;
  // With write-in lines above as without them: they may hide someone who has a place, or nobody.
  const isBelowPlaces = above(field.rivalVotes, own) < places;
  return isBelowPlaces && above(field.namedVotes, own) + equal > places;
}

/** The most votes of its rivals, from the lists in which its own stand, too. */
function bestRivals({ rivalVotes }: Field, own: number, places: number): readonly number[] {
  const itself = rivalVotes.indexOf(own);
  return rivalVotes
    .slice(0, places + 1)
    .filter((_, at) => at !== itself)
    .slice(0, places);
}

/** How many of these votes, the most first, are more than `votes`. */
function above(ranked: readonly number[], votes: number): number {
  const end = ranked.findIndex((other) => other <= votes);
  return end < 0 ? ranked.length : end;
}
