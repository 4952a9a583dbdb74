import { safeSum } from '../basics/exact.ts';
import type { Line } from '../election/rule.ts';
import { type Field, othersGrowth, votesAt } from './field.ts';
import { votesToClear } from './line-of-votes.ts';
import { mustClear } from './proofs.ts';
import type { Needs, Range } from './standing.ts';

/** A choice's lowest and highest final share, for drawing; null where there will be no votes, or its own do not count. */
export function rangeOf(field: Field, at: number): Range | null {
  const { total, ballots } = field;
  if (field.parts[at] === 'void' || total + ballots === 0) return null;
  const own = votesAt(field, at);
  const most = safeSum(total, othersGrowth(field));
  return { min: most === 0 ? 0 : own / most, max: (own + ballots) / safeSum(total, ballots) };
}

/**
 * What a choice needs of all that comes to clear the line; null where it cannot win or there will be
 * no votes. A line goes with one vote a ballot only.
 */
export function needsOf(field: Field, at: number, line: Line): Needs | null {
  const of = field.ballots;
  const total = safeSum(field.total, of);
  if (field.parts[at] !== 'named' || total === 0) return null;
  if (mustClear(field, at, line)) return { votes: 0, of, share: null, state: 'enough' };
  const votes = votesToClear(total, line) - votesAt(field, at);
  if (votes > of) return { votes, of, share: null, state: 'cannot' };
  return { votes, of, share: votes / of, state: 'possible' };
}
