import { sum } from '../basics/sum.ts';
import type { Tally } from '../count/tally.ts';
import type { LateBallots } from '../election/contest.ts';
import type { Terms } from './field.ts';
import type { BoundMissing, Outstanding } from './standing.ts';

type BoundBy = NonNullable<Outstanding['boundBy']>;
type Bound = Pick<Outstanding, 'bound' | 'boundBy' | 'boundMissing'>;

/**
 * What may still come, in ballots, from what a desk knows (product.md, "R"): by unit, or by county
 * where that has a central unit, and the late methods; else by the contest's whole roll.
 */
export function ballotsOut(terms: Terms, tally: Tally): Outstanding {
  const bound = boundOf(terms, tally);
  // A sum that leaves out a group is no expectation of the whole.
  const expected = tally.out.expectedUnknown > 0 ? null : tally.out.expected;
  // Units are bounded together more closely than one by one.
  const capped =
    expected === null || bound.bound === null ? expected : Math.min(expected, bound.bound);
  return {
    ...bound,
    expected: capped,
    expectedBy: terms.expectedBy,
    expectedTotal: capped === null ? null : tally.ballots + capped,
  };
}

/** The same in votes: every ballot can hold `votesAllowed`. `counted`: valid votes so far. */
export function outstandingOf(
  { votesAllowed }: Terms,
  ballots: Outstanding,
  counted: number,
): Outstanding {
  const expected = times(ballots.expected, votesAllowed);
  return {
    ...ballots,
    bound: times(ballots.bound, votesAllowed),
    expected,
    expectedTotal: expected === null ? null : counted + expected,
  };
}

function times(ballots: number | null, votesAllowed: number): number | null {
  return ballots === null ? null : ballots * votesAllowed;
}

function boundOf(terms: Terms, tally: Tally): Bound {
  const late = terms.late.filter((one) => !hasEnded(terms, one, tally));
  const bound = late.some((one) => one.bound === null)
    ? withReason(registrationBound(terms, tally), 'late-unbounded')
    : groupBound(terms, tally, late);
  return bound.bound === null ? byRoll(terms, tally, bound) : bound;
}

/** A late method ends when it is complete everywhere, or with certification. */
function hasEnded({ certified }: Terms, { method }: LateBallots, { methods }: Tally): boolean {
  if (certified !== null) return true;
  const counted = method === null ? undefined : methods[method];
  return counted !== undefined && counted.units > 0 && counted.complete === counted.units;
}

/** What registration leaves over all units: who votes late is registered somewhere. */
function registrationBound(terms: Terms, { out }: Tally): Bound {
  const { ballots, unknown, overBound } = out.byRegistration;
  if (unknown > 0) return missing(unitReasons(terms, unknown, overBound));
  return known(ballots, 'registration');
}

/** The incomplete units by their best source, and what the bounds of late methods leave. */
function groupBound(terms: Terms, tally: Tally, late: readonly LateBallots[]): Bound {
  const { out, methods } = tally;
  const left = late.map(({ method, bound }) => {
    const counted = method === null ? 0 : (methods[method]?.ballots ?? 0);
    return (bound ?? 0) - counted;
  });
  const { registration, turnout, unknown } = out.byGroup;
  if (unknown > 0) return missing(unitReasons(terms, unknown, out.overBound));
  if (left.some((ballots) => ballots < 0)) return missing(['more-counted-than-bound']);
  const lateLeft = sum(left);
  const bound = registration + turnout + lateLeft;
  if (bound > 0) return known(bound, sourceOf(registration, turnout, lateLeft));
  return known(0, out.incomplete > 0 ? 'registration' : late.length > 0 ? 'late' : 'complete');
}

function sourceOf(registration: number, turnout: number, late: number): BoundBy {
  const sources: readonly [BoundBy, number][] = [
    ['registration', registration],
    ['turnout', turnout],
    ['late', late],
  ];
  const [first, second] = sources.filter(([, ballots]) => ballots > 0);
  return first === undefined || second !== undefined ? 'mixed' : first[0];
}

/** The contest's whole roll bounds the sum where the units cannot. */
function byRoll({ registration }: Terms, { ballots }: Tally, without: Bound): Bound {
  const roll = registration?.all ?? null;
  if (roll === null) return without;
  if (roll >= ballots) return known(roll - ballots, 'roll');
  return missing([...new Set([...without.boundMissing, 'more-counted-than-bound' as const])]);
}

function unitReasons(
  { registration }: Terms,
  unknown: number,
  overBound: number,
): readonly BoundMissing[] {
  const isNoBound = registration !== null && registration.is !== 'all';
  const reasons: BoundMissing[] = [];
  if (unknown > overBound)
    reasons.push(isNoBound ? 'registration-not-a-bound' : 'registration-unknown');
  if (overBound > 0) reasons.push('more-counted-than-bound');
  return reasons;
}

function known(bound: number, boundBy: BoundBy): Bound {
  return { bound, boundBy, boundMissing: [] };
}

function missing(boundMissing: readonly BoundMissing[]): Bound {
  return { bound: null, boundBy: null, boundMissing };
}

function withReason(bound: Bound, reason: BoundMissing): Bound {
  if (bound.bound !== null) return bound;
  return missing([...bound.boundMissing, reason]);
}
