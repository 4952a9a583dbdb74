import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Field, fieldOf } from '../../shared/results/field.ts';
import type { Proof, Status } from '../../shared/results/proof.ts';
import { prove } from '../../shared/results/prove.ts';
import { makeChoice, makeContest } from '../count/make.ts';
import { endings } from './endings.ts';
import { manyVoteContest, oneVoteContest, type SmallContest } from './small-contest.ts';
import { type Verdict, verdictOf } from './verdict.ts';

/** Every ending, with a write-in line that hides someone and with one that does not. */
function verdicts(contest: SmallContest): readonly Verdict[] {
  const hypotheses = contest.parts.includes('pool') ? [true, false] : [true];
  return endings(contest).flatMap((votes) =>
    hypotheses.map((poolIsSomeone) => verdictOf(contest, votes, poolIsSomeone)),
  );
}

function proofOf(contest: SmallContest): Proof {
  const choices = contest.parts.map((part, at) =>
    makeChoice(`c${at}`, `C ${at}`, {
      writeIn: part === 'pool',
      eligible: part === 'named',
      counts: part !== 'void',
      passes: contest.isMeasure && at === 0,
    }),
  );
  const terms = makeContest({
    kind: contest.isMeasure ? 'measure' : 'candidate',
    rule: contest.rule,
    votesAllowed: contest.votesAllowed,
    choices,
  });
  const votes = Object.fromEntries(contest.votes.map((own, at) => [`c${at}`, own]));
  const field: Field = fieldOf(terms, votes, contest.ballots);
  return prove(terms, field);
}

/** The most that is true of a choice in every ending. */
function provable(all: readonly Verdict[], at: number, contest: SmallContest): Status {
  const fates = new Set(all.map(({ fates }) => fates[at]));
  const only = (...wanted: readonly string[]) =>
    [...fates].every((fate) => wanted.includes(fate ?? ''));
  if (all.some(({ by }) => by === 'nothing')) return 'open';
  if (contest.isMeasure && at > 0) return all.every(({ by }) => by === 'win') ? 'out' : 'open';
  if (only('won')) return 'win-certain';
  if (only('advanced')) return 'through';
  if (only('won', 'advanced')) return 'placed';
  if (only('out')) return 'out';
  return contest.ballots === 0 && only('tied') ? 'tied' : 'open';
}

function provableState(all: readonly Verdict[], contest: SmallContest): string {
  const { rule, isMeasure } = contest;
  const every = (by: Verdict['by']) => all.every((verdict) => verdict.by === by);
  const statuses = contest.parts.map((_, at) => provable(all, at, contest));
  const named = contest.parts.filter((part) => part === 'named').length;
  const sure = (status: Status) => statuses.filter((own) => own === status).length;
  if (isMeasure) return every('win') ? 'pass-certain' : every('nobody') ? 'fail-certain' : 'open';
  if (rule.type === 'plurality' && sure('win-certain') === Math.min(rule.seats, named) && named > 0)
    return 'win-certain';
  if (rule.type === 'top-n' && sure('through') === Math.min(rule.advance, named) && named > 0)
    return 'advance-certain';
  if (rule.type !== 'plurality' && rule.type !== 'top-n') {
    if (sure('win-certain') > 0) return 'win-certain';
    if (every('second-round')) return 'runoff-certain';
    if (every('nobody')) return 'fail-certain';
  }
  return sure('tied') > 0 ? 'tied' : 'open';
}

/** What is claimed of lines that several can clear may come late, but is never false. */
function isExact({ rule }: SmallContest): boolean {
  if (rule.type !== 'share') return true;
  return 2 * rule.num > rule.den || (2 * rule.num === rule.den && rule.strict);
}

function check(contest: SmallContest): boolean {
  const proof = proofOf(contest);
  const all = verdicts(contest);
  const statuses = contest.parts.map((_, at) => provable(all, at, contest));
  const state = provableState(all, contest);
  if (isExact(contest)) {
    expect(proof).toEqual({ state, statuses: statuses.map((own, at) => shown(own, contest, at)) });
    return proof.state !== 'open';
  }
  if (proof.state !== 'open') expect(proof.state).toBe(state);
  proof.statuses.forEach((claimed, at) => {
    if (claimed !== 'open') expect(claimed).toBe(statuses[at]);
  });
  return proof.state !== 'open';
}

/** A write-in line is never said to be tied or to have won: it is nobody. */
function shown(status: Status, { parts }: SmallContest, at: number): Status {
  return parts[at] === 'pool' && status !== 'out' ? 'open' : status;
}

function checkAll(contests: fc.Arbitrary<SmallContest>, numRuns: number): number {
  let decided = 0;
  fc.assert(
    fc.property(contests, (contest) => {
      decided += Number(check(contest));
    }),
    { numRuns },
  );
  return decided;
}

it('claims what every ending bears out, and all of it, under every rule', {
  timeout: 120_000,
}, () => {
  expect(checkAll(oneVoteContest, 6000)).toBeGreaterThan(1500);
});

it('claims what every ending bears out where a ballot has several votes', {
  timeout: 120_000,
}, () => {
  expect(checkAll(manyVoteContest, 2000)).toBeGreaterThan(400);
});
