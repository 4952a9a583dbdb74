import { describe, expect, it } from 'vitest';
import { checkUnit } from '../../shared/count/check-unit.ts';
import { makeCells, makeContest, makeCount, makeLate, makeUnit } from './make.ts';

const contest = makeContest();
const addison = makeUnit('cobb/addison-01');
const NOTHING = new Map();

describe('more ballots than people registered', () => {
  it('is judged over all methods, and says both numbers', () => {
    const before = makeCells({ early: makeCount({ ann: 500, bob: 140 }) });
    const after = new Map([
      ...before,
      ...makeCells({ 'election-day': makeCount({ ann: 300, bob: 300 }) }),
    ]);
    expect(checkUnit(contest, addison, before, after)).toEqual([
      {
        code: 'over-registered',
        message: '1,240 ballots counted in Addison 01, but 1,010 people are registered.',
      },
    ]);
  });

  it('lets exactly all of them through, and a unit of which the number is not known', () => {
    const all = makeCells({ early: makeCount({ ann: 1000, bob: 10 }) });
    const more = makeCells({ early: makeCount({ ann: 1000, bob: 11 }) });
    expect(checkUnit(contest, addison, NOTHING, all)).toEqual([]);
    expect(checkUnit(contest, addison, NOTHING, more)).toHaveLength(1);
    expect(checkUnit(contest, { ...addison, registered: null }, NOTHING, more)).toEqual([]);
  });

  it('goes by ballots, not votes, where more than one vote is allowed', () => {
    const council = makeContest({ votesAllowed: 3 });
    const after = makeCells({ early: makeCount({ ann: 1000, bob: 1000 }) });
    expect(checkUnit(council, addison, NOTHING, after)).toEqual([]);
    const cast = makeCells({
      early: makeCount({ ann: 1000, bob: 1000 }, 'partial', { ballotsCast: 1011 }),
    });
    expect(checkUnit(council, addison, NOTHING, cast).map(({ code }) => code)).toEqual([
      'over-registered',
    ]);
  });

  it('holds whatever registration counts: rolls lag, and some register on the day', () => {
    const after = makeCells({ early: makeCount({ ann: 1011 }) });
    for (const is of ['all', 'active', 'same-day'] as const) {
      const roll = makeContest({ registration: { is, all: null, source: null } });
      expect(checkUnit(roll, addison, NOTHING, after)).toHaveLength(1);
    }
    expect(checkUnit(makeContest({ registration: null }), addison, NOTHING, after)).toHaveLength(1);
  });
});

describe('more votes than ballots', () => {
  const cast = (
    votes: Record<string, number>,
    ballotsCast: number,
    overvotes = 0,
    undervotes = 0,
  ) =>
    makeCells({
      'election-day': makeCount(votes, 'partial', { ballotsCast, overvotes, undervotes }),
    });

  it('says how many of each', () => {
    expect(checkUnit(contest, addison, NOTHING, cast({ ann: 600, bob: 215 }, 820, 2, 4))).toEqual([
      {
        code: 'over-ballots',
        message:
          '821 votes, over- and undervotes in Addison 01 (election day), but only 820 ballots cast.',
      },
    ]);
    expect(checkUnit(contest, addison, NOTHING, cast({ ann: 600, bob: 215 }, 820, 2, 3))).toEqual(
      [],
    );
  });

  it('allows each ballot as many votes as the contest does, but one for any choice', () => {
    const council = makeContest({ votesAllowed: 3 });
    expect(checkUnit(council, addison, NOTHING, cast({ ann: 100, bob: 100 }, 100))).toEqual([]);
    expect(checkUnit(council, addison, NOTHING, cast({ ann: 101, bob: 1 }, 100))).toEqual([
      {
        code: 'over-ballots',
        message:
          '101 votes for Ann Adams in Addison 01 (election day), but only 100 ballots cast with up to 3 votes each.',
      },
    ]);
  });

  it('does not hold one method for what was let through in another', () => {
    const before = cast({ ann: 600, bob: 300 }, 820);
    const after = new Map([...before, ...makeCells({ early: makeCount({ ann: 5, bob: 5 }) })]);
    expect(checkUnit(contest, addison, before, after)).toEqual([]);
  });
});

describe('a number that goes down', () => {
  const before = makeCells({
    'election-day': makeCount({ ann: 312, bob: 140 }, 'partial', { overvotes: 3 }),
    early: makeCount({ ann: 10, bob: 20 }),
  });
  const early = makeCells({ early: makeCount({ ann: 10, bob: 20 }) });

  it('says which, where, from what and to what', () => {
    const after = new Map([
      ...early,
      ...makeCells({
        'election-day': makeCount({ ann: 300, bob: 140 }, 'partial', { overvotes: 3 }),
      }),
    ]);
    expect(checkUnit(contest, addison, before, after)).toEqual([
      {
        code: 'drop',
        message: 'Ann Adams would go down from 312 to 300 in Addison 01 (election day).',
      },
    ]);
  });

  it('is one check, however many numbers fall', () => {
    const after = new Map([
      ...early,
      ...makeCells({
        'election-day': makeCount({ ann: 0, bob: 0 }, 'partial', { overvotes: 3 }),
      }),
    ]);
    expect(checkUnit(contest, addison, before, after)).toEqual([
      {
        code: 'drop',
        message:
          'Ann Adams would go down from 312 to 0 in Addison 01 (election day), and 1 other number too.',
      },
    ]);
  });

  it('goes by the unit as a whole where a total takes the place of parts', () => {
    const same = makeCells({ total: makeCount({ ann: 322, bob: 160 }) });
    const less = makeCells({ total: makeCount({ ann: 321, bob: 160 }) });
    expect(checkUnit(contest, addison, before, same)).toEqual([]);
    expect(checkUnit(contest, addison, before, less)).toEqual([
      {
        code: 'drop',
        message: 'Ann Adams would go down from 322 to 321 in Addison 01 (all methods).',
      },
    ]);
  });
});

describe('complete without a vote', () => {
  const expecting = (expected: number | null) =>
    makeUnit('cobb/addison-01', { methods: ['election-day', 'early', 'provisional'], expected });
  const late = makeContest({
    methods: ['election-day', 'early', 'provisional'],
    late: [makeLate('provisional', null)],
  });
  const none = makeCount({ ann: 0, bob: 0 }, 'complete');
  const early = makeCells({ early: none });
  const done = makeCells({ early: none, 'election-day': none });

  it('holds the report that completes the unit, late methods apart, where 15 are expected', () => {
    expect(checkUnit(late, expecting(15), early, done)).toEqual([
      {
        code: 'zero-votes',
        message:
          'Addison 01 would be complete without a vote for anyone, but 15 ballots are expected.',
      },
    ]);
    expect(checkUnit(late, expecting(14), early, done)).toEqual([]);
    expect(checkUnit(late, expecting(null), early, done)).toEqual([]);
  });

  it('holds neither the report before it nor the one after', () => {
    const provisional = new Map([...done, ...makeCells({ provisional: none })]);
    expect(checkUnit(late, expecting(900), NOTHING, early)).toEqual([]);
    expect(checkUnit(late, expecting(900), done, provisional)).toEqual([]);
  });

  it('lets a unit through in which anyone has a vote, by any method', () => {
    const one = makeCells({ early: makeCount({ ann: 0, bob: 1 }, 'complete') });
    const both = new Map([...one, ...makeCells({ 'election-day': none })]);
    expect(checkUnit(late, expecting(900), one, both)).toEqual([]);
  });

  it('holds an empty total too, and ballots that are all blank', () => {
    const blank = makeCount({ ann: 0, bob: 0 }, 'complete', { ballotsCast: 90, undervotes: 90 });
    const total = makeCells({ total: blank });
    expect(checkUnit(late, expecting(900), NOTHING, total).map(({ code }) => code)).toEqual([
      'zero-votes',
    ]);
  });

  it('goes by all methods where every one is late', () => {
    const mail = makeContest({
      methods: ['absentee-mail'],
      late: [makeLate('absentee-mail', null)],
    });
    const unit = makeUnit('cobb/addison-01', { methods: ['absentee-mail'], expected: 100 });
    const after = makeCells({ 'absentee-mail': none });
    expect(checkUnit(mail, unit, NOTHING, after).map(({ code }) => code)).toEqual(['zero-votes']);
  });
});

it('gives every check that a change deserves', () => {
  const before = makeCells({ early: makeCount({ ann: 5, bob: 9 }) });
  const after = makeCells({
    early: makeCount({ ann: 2000, bob: 8 }, 'partial', { ballotsCast: 1100 }),
  });
  expect(checkUnit(contest, addison, before, after).map(({ code }) => code)).toEqual([
    'over-registered',
    'over-ballots',
    'drop',
  ]);
});
