import { describe, expect, it } from 'vitest';
import type { Contest } from '../../shared/election/contest.ts';
import type { Rule } from '../../shared/election/rule.ts';
import { outcomeOf } from '../../shared/results/outcome-of.ts';
import { makeChoice, makeContest } from '../count/make.ts';
import { makeTally, standing } from './make.ts';

const names = ['ann', 'bob', 'cyd', 'dan'];
const four = names.map((id) => makeChoice(id, id));

function proved(parts: Partial<Contest>, votes: readonly number[], bound: number | null) {
  const contest = makeContest({ choices: four, ...parts });
  const byId = Object.fromEntries(contest.choices.map(({ id }, at) => [id, votes[at] ?? 0]));
  const { outcome, statuses } = outcomeOf(contest, makeTally(contest, byId, { bound }));
  return [outcome.state, ...statuses.values()].join(' ');
}

const share = (num: number, den: number, strict: boolean): Rule => ({
  type: 'share',
  num,
  den,
  strict,
  advance: 2,
  onRequest: false,
});

/** Each row: rule, votes counted, votes that can still come, what is proved. */
describe('more than half, else the first two (Georgia)', () => {
  it.each<[readonly number[], number | null, string]>([
    [[51, 30, 10, 9], 0, 'win-certain win-certain out out out'],
    [[50, 30, 11, 9], 0, 'runoff-certain through through out out'],
    [[51, 30, 10, 9], 2, 'open placed open out out'],
    [[51, 30, 10, 9], 60, 'open open open open open'],
    [[52, 30, 10, 8], 3, 'win-certain win-certain out out out'],
    [[49, 30, 11, 10], 1, 'runoff-certain through through out out'],
    [[48, 20, 19, 13], 4, 'runoff-certain through open open out'],
    [[48, 20, 19, 13], 5, 'open placed open open out'],
    [[40, 20, 20, 20], 0, 'runoff-certain through tied tied tied'],
    [[40, 30, 30, 0], 0, 'runoff-certain through tied tied out'],
    [[25, 25, 25, 25], 0, 'runoff-certain tied tied tied tied'],
    [[0, 0, 0, 0], 0, 'open open open open open'],
    [[0, 0, 0, 0], 100, 'open open open open open'],
    [[99, 1, 0, 0], null, 'open open open open open'],
  ])('%o with %s out: %s', (votes, bound, expected) => {
    expect(proved({}, votes, bound)).toBe(expected);
  });
});

describe('more than 30%, else the first two (North Carolina since 2018)', () => {
  it.each<[readonly number[], number, string]>([
    [[31, 29, 20, 20], 0, 'win-certain win-certain out out out'],
    [[30, 29, 21, 20], 0, 'runoff-certain through through out out'],
    [[35, 33, 16, 16], 0, 'win-certain win-certain out out out'],
    [[35, 35, 20, 10], 0, 'tied tied tied out out'],
    [[35, 33, 16, 16], 1, 'win-certain win-certain out out out'],
    [[35, 33, 16, 16], 2, 'open open open out out'],
  ])('%o with %i out: %s', (votes, bound, expected) => {
    expect(proved({ rule: share(3, 10, true) }, votes, bound)).toBe(expected);
  });
});

describe('at least 40% (New York City before 2021)', () => {
  it('is cleared by exactly 40%', () => {
    expect(proved({ rule: share(2, 5, false) }, [40, 30, 20, 10], 0)).toBe(
      'win-certain win-certain out out out',
    );
    expect(proved({ rule: share(2, 5, true) }, [40, 30, 20, 10], 0)).toBe(
      'runoff-certain through through out out',
    );
  });
});

describe('the most votes', () => {
  it.each<[number, readonly number[], number, string]>([
    [1, [51, 49, 0, 0], 1, 'win-certain win-certain out out out'],
    [1, [51, 49, 0, 0], 2, 'open open open out out'],
    [1, [50, 50, 0, 0], 0, 'tied tied tied out out'],
    [2, [50, 30, 20, 0], 5, 'win-certain win-certain win-certain out out'],
    [2, [50, 30, 28, 0], 5, 'open win-certain open open out'],
    [2, [50, 30, 30, 0], 0, 'tied win-certain tied tied out'],
    [5, [1, 0, 0, 0], 9, 'win-certain win-certain win-certain win-certain win-certain'],
  ])('%i seats, %o with %i out: %s', (seats, votes, bound, expected) => {
    expect(proved({ rule: { type: 'plurality', seats } }, votes, bound)).toBe(expected);
  });

  it('goes by ballots where each holds several votes', () => {
    const parts: Partial<Contest> = { rule: { type: 'plurality', seats: 2 }, votesAllowed: 2 };
    // Ten ballots are twenty votes, but only ten of them for any one.
    expect(proved(parts, [40, 30, 29, 18], 10)).toBe('open win-certain open open out');
    expect(proved(parts, [40, 33, 22, 18], 10)).toBe('win-certain win-certain win-certain out out');
  });
});

describe('the first two, whatever their share (California)', () => {
  it.each<[readonly number[], number, string]>([
    [[60, 20, 10, 0], 9, 'advance-certain through through out out'],
    [[60, 20, 10, 0], 10, 'open through open open out'],
    [[60, 20, 20, 0], 0, 'tied through tied tied out'],
  ])('%o with %i out: %s', (votes, bound, expected) => {
    expect(proved({ rule: { type: 'top-n', advance: 2 } }, votes, bound)).toBe(expected);
  });
});

describe('a measure', () => {
  const measure = (rule: Rule): Partial<Contest> => ({
    kind: 'measure',
    rule,
    choices: [makeChoice('yes', 'Yes', { passes: true }), makeChoice('no', 'No')],
  });
  const twoThirds = { ...share(2, 3, false), advance: null } as Rule;
  const majority = { ...share(1, 2, true), advance: null } as Rule;

  it.each<[Rule, readonly number[], number, string]>([
    [majority, [50, 50], 0, 'fail-certain out open'],
    [majority, [51, 50], 0, 'pass-certain win-certain out'],
    [majority, [51, 50], 1, 'open open open'],
    [twoThirds, [2, 1], 0, 'pass-certain win-certain out'],
    [twoThirds, [60, 40], 19, 'fail-certain out open'],
    [twoThirds, [60, 40], 20, 'open open open'],
  ])('%o, %o with %i out: %s', (rule, votes, bound, expected) => {
    expect(proved(measure(rule), votes, bound)).toBe(expected);
  });
});

describe('a choice that cannot win', () => {
  it('keeps others from the line, but nobody from a place', () => {
    const choices = [makeChoice('ann', 'ann', { eligible: false }), ...four.slice(1)];
    expect(proved({ choices }, [60, 25, 10, 5], 0)).toBe('runoff-certain out through through out');
  });

  it('is out of the total where the law says so', () => {
    const choices = [
      makeChoice('ann', 'ann', { counts: false, eligible: false }),
      ...four.slice(1),
    ];
    const own = standing(makeContest({ choices }), { ann: 60, bob: 25, cyd: 10, dan: 5 });
    expect(own.counted).toBe(40);
    expect(own.outcome.winners).toEqual(['bob']);
    expect(own.choices[0]).toMatchObject({
      votes: 60,
      share: null,
      shareText: '',
      overLine: false,
    });
    expect(own.choices[0]).toMatchObject({ rank: 4, bounds: null, needs: null });
  });

  it('may hide someone who can: a write-in line is a rival to a proof, and never puts anyone out', () => {
    const choices = [
      ...four.slice(0, 3),
      makeChoice('write-in', 'Write-in', { writeIn: true, eligible: false }),
    ];
    const plurality: Rule = { type: 'plurality', seats: 1 };
    // Alaska, 2010: the line had the most votes, and one person nearly all of them.
    expect(proved({ choices, rule: plurality }, [35, 24, 0, 40], 0)).toBe('open open out out open');
    expect(proved({ choices, rule: plurality }, [45, 24, 0, 31], 0)).toBe(
      'win-certain win-certain out out out',
    );
    expect(proved({ choices }, [30, 19, 0, 51], 0)).toBe('open open open out open');
    expect(proved({ choices, rule: share(3, 10, true) }, [35, 30, 0, 35], 0)).toBe(
      'open open open out open',
    );
    expect(proved({ choices, rule: share(3, 10, true) }, [34, 34, 0, 34], 0)).toBe(
      'tied tied tied out open',
    );
  });
});

it('is decided by definition where nobody else stands', () => {
  expect(proved({ uncontested: true, choices: four.slice(0, 1) }, [0], null)).toBe(
    'uncontested win-certain',
  );
});

it('wins with the first vote where there is one choice', () => {
  expect(proved({ choices: four.slice(0, 1) }, [0], 100)).toBe('open open');
  expect(proved({ choices: four.slice(0, 1) }, [1], 100)).toBe('win-certain win-certain');
});

it('tells a hundred choices apart', () => {
  const choices = Array.from({ length: 100 }, (_, at) => makeChoice(`c${at}`));
  const votes = Object.fromEntries(choices.map(({ id }, at) => [id, 1000 - at]));
  const own = standing(makeContest({ choices }), votes);
  expect(own.outcome).toMatchObject({ state: 'runoff-certain', advancing: ['c0', 'c1'] });
  expect(own.choices.map(({ rank }) => rank)).toEqual(choices.map((_, at) => at + 1));
  expect(own.choices[1]?.shareText).not.toBe(own.choices[2]?.shareText);
});

it('takes a certainty back when a correction takes its votes away', () => {
  const contest = makeContest({ choices: four });
  const before = standing(contest, { ann: 60, bob: 20, cyd: 20 }, { bound: 15 });
  expect(before.outcome).toMatchObject({ state: 'win-certain', winners: ['ann'] });
  const after = standing(contest, { ann: 50, bob: 20, cyd: 20 }, { bound: 15 });
  expect(after.outcome).toMatchObject({ state: 'open', winners: [] });
  expect(after.choices[0]).toMatchObject({ overLine: true, status: 'placed' });
});
