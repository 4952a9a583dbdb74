import { safeSum } from '../basics/exact.ts';
import type { Line } from '../election/rule.ts';
import { type Field, othersGrowth, placesOf, votesAt } from './field.ts';
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
 */
export function isSureOfPlace(field: Field, at: number, places: number): boolean {
  if (field.total === 0 || places < 1) return false;
  const own = votesAt(field, at);
  const rivals = placesOf(field, 'named', 'pool')
    .filter((rival) => rival !== at)
    .map((rival) => votesAt(field, rival))
    .sort((a, b) => b - a)
    .slice(0, places);
  if (rivals.length < places) return true;
  const deficits = rivals.map((votes) => Math.max(0, own - votes));
  const needed = deficits.reduce(safeSum, 0);
  return needed > field.votesAllowed * field.ballots || Math.max(...deficits) > field.ballots;
}

/** It cannot be among the first `places`: so many named rivals stay above it whatever comes. */
export function isOutOfPlaces(field: Field, at: number, places: number): boolean {
  return field.total > 0 && namedAbove(field, at, field.ballots) >= places;
}

/** Nothing can come, and it shares the last of the `places` with others: the rule does not say who has it. */
export function isTiedForPlace(field: Field, at: number, places: number): boolean {
  if (field.total === 0 || field.ballots > 0) return false;
  const own = votesAt(field, at);
  const above = namedAbove(field, at, 0);
  const equal = placesOf(field, 'named').filter((rival) => votesAt(field, rival) === own).length;
  const pools = placesOf(field, 'pool').filter((pool) => votesAt(field, pool) > own).length;
  // With the pool above as without it: it may hide someone who has a place, or nobody.
  return above + pools < places && above + equal > places;
}

function namedAbove(field: Field, at: number, ballots: number): number {
  const reach = safeSum(votesAt(field, at), ballots);
  return placesOf(field, 'named').filter((rival) => votesAt(field, rival) > reach).length;
}
