import { describe, expect, it } from 'vitest';
import { correctionChanges } from '../../shared/count/correction-changes.ts';
import { correctionKinds } from '../../shared/count/correction-kinds.ts';
import { loweredNumbers } from '../../shared/count/lowered-numbers.ts';
import { sameCount } from '../../shared/count/same-count.ts';
import { makeCells, makeContest, makeCount } from './make.ts';

const ballots = { ballotsCast: 820, overvotes: 1, undervotes: 4 };
const before = makeCells({ 'election-day': makeCount({ ann: 312, bob: 140 }, 'partial', ballots) });
const complete = makeCells({ 'election-day': makeCount({ ann: 312, bob: 140 }, 'complete') });

describe('a change of one method', () => {
  it('is no correction where numbers only grow, or a method is new', () => {
    const grown = { ballotsCast: 821, overvotes: 2, undervotes: 4 };
    const after = makeCells({
      'election-day': makeCount({ ann: 313, bob: 140 }, 'complete', grown),
      early: makeCount({ ann: 0, bob: 0 }),
    });
    expect(correctionKinds(before, after)).toEqual([]);
    expect(correctionKinds(new Map(), before)).toEqual([]);
  });

  it.each([
    ['a vote', { ann: 311, bob: 999 }, ballots],
    ['votes to zero', { ann: 0, bob: 140 }, ballots],
    ['ballots cast', { ann: 312, bob: 140 }, { ...ballots, ballotsCast: 819 }],
    ['overvotes', { ann: 312, bob: 140 }, { ...ballots, overvotes: 0 }],
    ['undervotes', { ann: 312, bob: 140 }, { ...ballots, undervotes: 3 }],
  ])('lowers a number: %s', (_, votes, others) => {
    const after = makeCells({ 'election-day': makeCount(votes, 'partial', others) });
    expect(correctionKinds(before, after)).toEqual(['lowers']);
  });

  it('changes a complete report, even where it only adds or only reopens', () => {
    const more = makeCells({ 'election-day': makeCount({ ann: 313, bob: 140 }, 'complete') });
    const open = makeCells({ 'election-day': makeCount({ ann: 312, bob: 140 }, 'partial') });
    const same = makeCells({ 'election-day': makeCount({ bob: 140, ann: 312 }, 'complete') });
    expect(correctionKinds(complete, more)).toEqual(['changes-complete']);
    expect(correctionKinds(complete, open)).toEqual(['changes-complete']);
    expect(correctionKinds(complete, same)).toEqual([]);
  });

  it('says which numbers fall, in which method, from what to what', () => {
    const after = makeCells({
      'election-day': makeCount({ ann: 300, bob: 150 }, 'partial', { ...ballots, overvotes: 0 }),
    });
    expect(loweredNumbers(before, after)).toEqual([
      { choice: 'ann', of: 'votes', method: 'election-day', from: 312, to: 300 },
      { choice: null, of: 'overvotes', method: 'election-day', from: 1, to: 0 },
    ]);
  });

  it('keeps choices called overvotes and constructor apart from what they sound like', () => {
    const was = makeCells({ early: makeCount({ overvotes: 5, constructor: 3 }) });
    const is = makeCells({ early: makeCount({ overvotes: 4, constructor: 3 }) });
    expect(loweredNumbers(was, is)).toEqual([
      { choice: 'overvotes', of: 'votes', method: 'early', from: 5, to: 4 },
    ]);
  });
});

describe('a total in place of parts', () => {
  const parts = makeCells({
    'election-day': makeCount({ ann: 300, bob: 100 }, 'partial', { ballotsCast: 410 }),
    early: makeCount({ ann: 12, bob: 40 }, 'partial'),
  });

  it('supersedes, and is judged by the sums: a method that goes away lowers nothing by itself', () => {
    const total = makeCells({ total: makeCount({ ann: 312, bob: 140 }) });
    expect(correctionKinds(parts, total)).toEqual(['supersedes']);
    expect(correctionKinds(total, parts)).toEqual(['supersedes']);
  });

  it('lowers where a sum falls, though another rises', () => {
    const total = makeCells({ total: makeCount({ ann: 311, bob: 150 }) });
    expect(correctionKinds(parts, total)).toEqual(['lowers', 'supersedes']);
    expect(loweredNumbers(parts, total)).toEqual([
      { choice: 'ann', of: 'votes', method: null, from: 312, to: 311 },
    ]);
  });

  it('lowers ballots cast only where it says them: less than one part alone is less than all', () => {
    const less = makeCells({
      total: makeCount({ ann: 312, bob: 140 }, 'partial', { ballotsCast: 409 }),
    });
    const enough = makeCells({
      total: makeCount({ ann: 312, bob: 140 }, 'partial', { ballotsCast: 410 }),
    });
    expect(correctionKinds(parts, less)).toEqual(['lowers', 'supersedes']);
    expect(correctionKinds(parts, enough)).toEqual(['supersedes']);
  });

  it('changes a complete part by taking it out', () => {
    const total = makeCells({ total: makeCount({ ann: 312, bob: 140 }, 'complete') });
    expect(correctionKinds(complete, total)).toEqual(['changes-complete', 'supersedes']);
  });
});

describe('what the public is shown of a correction', () => {
  const contest = makeContest();

  it('is from and to of each choice that changed, of the method that changed', () => {
    const was = makeCells({
      'election-day': makeCount({ ann: 312, bob: 140 }),
      early: makeCount({ ann: 50, bob: 60 }),
    });
    const is = makeCells({
      'election-day': makeCount({ ann: 212, bob: 140 }),
      early: makeCount({ ann: 50, bob: 60 }),
    });
    expect(correctionChanges(contest, was, is)).toEqual([{ choice: 'ann', from: 312, to: 212 }]);
  });

  it('is the sums where a total takes the place of parts', () => {
    const was = makeCells({
      'election-day': makeCount({ ann: 312, bob: 140 }),
      early: makeCount({ ann: 50, bob: 60 }),
    });
    const is = makeCells({ total: makeCount({ ann: 360, bob: 200 }) });
    expect(correctionChanges(contest, was, is)).toEqual([{ choice: 'ann', from: 362, to: 360 }]);
  });
});

it('tells counts apart by every number and by nothing else', () => {
  const count = makeCount({ ann: 1, bob: 2 }, 'partial', ballots);
  expect(sameCount(count, makeCount({ bob: 2, ann: 1 }, 'partial', ballots))).toBe(true);
  expect(sameCount(count, makeCount({ ann: 1, bob: 2, cyd: 0 }, 'partial', ballots))).toBe(true);
  expect(sameCount(count, { ...count, status: 'complete' })).toBe(false);
  expect(sameCount(count, { ...count, ballotsCast: null })).toBe(false);
  expect(sameCount(count, { ...count, overvotes: 0 })).toBe(false);
  expect(sameCount(count, { ...count, undervotes: 0 })).toBe(false);
  expect(sameCount(count, makeCount({ ann: 1, bob: 3 }, 'partial', ballots))).toBe(false);
});
