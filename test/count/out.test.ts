import { describe, expect, it } from 'vitest';
import type { UnitCells } from '../../shared/count/cell.ts';
import type { Out } from '../../shared/count/tally.ts';
import { sumsOf } from '../../shared/count/tally-of.ts';
import type { Contest } from '../../shared/election/contest.ts';
import { makeCells, makeContest, makeCount, makeLate, makeUnit, unitId } from './make.ts';

function outOf(contest: Contest, cells: Record<string, UnitCells> = {}): Out {
  return sumsOf(contest, new Map(Object.entries(cells).map(([id, own]) => [unitId(id), own]))).out;
}

const ballots = (ballotsCast: number, status: 'partial' | 'complete' = 'partial') =>
  makeCount({ ann: 0, bob: 0 }, status, { ballotsCast });

const NOBODY = { registration: 0, turnout: 0, unknown: 0 };

describe('by registration', () => {
  const contest = makeContest({
    units: [makeUnit('a', { registered: 100 }), makeUnit('b', { registered: 200 })],
  });

  it('everyone may still come before anything is counted', () => {
    expect(outOf(contest)).toEqual({
      incomplete: 2,
      byGroup: { ...NOBODY, registration: 300 },
      byRegistration: { ballots: 300, unknown: 0, overBound: 0 },
      overBound: 0,
      expected: null,
      expectedUnknown: 2,
      overExpected: 0,
    });
  });

  it('less all ballots counted of an incomplete unit; of a complete one nothing more comes', () => {
    const out = outOf(contest, {
      a: makeCells({ early: ballots(30, 'complete'), 'election-day': ballots(20) }),
      b: makeCells({ early: ballots(30, 'complete'), 'election-day': ballots(50, 'complete') }),
    });
    expect(out.incomplete).toBe(1);
    expect(out.byGroup).toEqual({ ...NOBODY, registration: 50 });
    expect(out.byRegistration).toEqual({ ballots: 170, unknown: 0, overBound: 0 });
  });

  it('is unknown where it is not known, and where it does not count everyone who may vote', () => {
    const [a, b] = contest.units;
    if (!a || !b) throw new Error('two units');
    const lacking = { ...contest, units: [a, { ...b, registered: null }] };
    expect(outOf(lacking).byGroup).toEqual({ registration: 100, turnout: 0, unknown: 1 });
    expect(outOf(lacking).byRegistration).toEqual({ ballots: 100, unknown: 1, overBound: 0 });
    for (const registration of [
      null,
      { is: 'active' as const, all: 300, source: null },
      { is: 'same-day' as const, all: null, source: null },
    ]) {
      const out = outOf({ ...contest, registration });
      expect(out.byGroup).toEqual({ ...NOBODY, unknown: 2 });
      expect(out.byRegistration).toEqual({ ballots: 0, unknown: 2, overBound: 0 });
      expect(out.overBound).toBe(0);
    }
  });

  it('below zero is unknown and told to the desk, never 0', () => {
    const partial = outOf(contest, { a: makeCells({ early: ballots(101) }) });
    expect(partial.byGroup).toEqual({ registration: 200, turnout: 0, unknown: 1 });
    expect(partial.overBound).toBe(1);
    expect(partial.byRegistration).toEqual({ ballots: 200, unknown: 1, overBound: 1 });
    const none = outOf(contest, { a: makeCells({ early: ballots(100) }) });
    expect(none.byGroup).toEqual({ ...NOBODY, registration: 200 });
    expect(none.overBound).toBe(0);
  });

  it('says of a complete unit beyond its roll only that late ballots are not bounded by it', () => {
    const out = outOf(contest, { a: makeCells({ total: ballots(101, 'complete') }) });
    expect(out.overBound).toBe(0);
    expect(out.byGroup).toEqual({ ...NOBODY, registration: 200 });
    expect(out.byRegistration).toEqual({ ballots: 200, unknown: 1, overBound: 1 });
  });
});

describe('by the poll books', () => {
  const unit = makeUnit('a', { registered: 1000, turnout: { 'election-day': 400, early: 100 } });
  const contest = makeContest({ units: [unit] });
  const left = (cells: UnitCells, of: Contest = contest) => outOf(of, { a: cells }).byGroup;

  it('what they leave of the incomplete methods, all of which must have one', () => {
    expect(left(makeCells({}))).toEqual({ ...NOBODY, turnout: 500 });
    const begun = makeCells({ 'election-day': ballots(150), early: ballots(100) });
    expect(left(begun)).toEqual({ ...NOBODY, turnout: 250 });
    const half = makeContest({ units: [{ ...unit, turnout: { 'election-day': 400 } }] });
    expect(left(begun, half)).toEqual({ ...NOBODY, registration: 750 });
    const early = makeCells({ 'election-day': ballots(150), early: ballots(90, 'complete') });
    expect(left(early, half)).toEqual({ ...NOBODY, turnout: 250 });
  });

  it('never more than registration leaves', () => {
    const small = makeContest({ units: [{ ...unit, registered: 450 }] });
    expect(left(makeCells({ early: ballots(80) }), small)).toEqual({
      ...NOBODY,
      registration: 370,
    });
  });

  it('hold where registration is no bound', () => {
    const open = makeContest({
      units: [unit],
      registration: { is: 'same-day', all: null, source: null },
    });
    expect(left(makeCells({ early: ballots(80) }), open)).toEqual({ ...NOBODY, turnout: 420 });
  });

  it('are wrong once a method has more than they say: unknown, though others have fewer', () => {
    const out = outOf(contest, {
      a: makeCells({ 'election-day': ballots(401), early: ballots(10) }),
    });
    expect(out.byGroup).toEqual({ ...NOBODY, unknown: 1 });
    expect(out.overBound).toBe(1);
    expect(out.byRegistration).toEqual({ ballots: 589, unknown: 0, overBound: 0 });
  });

  it('are added up where the unit reports a total', () => {
    expect(left(makeCells({ total: ballots(120) }))).toEqual({ ...NOBODY, turnout: 380 });
    const half = makeContest({ units: [{ ...unit, turnout: { 'election-day': 400 } }] });
    expect(left(makeCells({ total: ballots(120) }), half)).toEqual({
      ...NOBODY,
      registration: 880,
    });
    const own = makeUnit('a', { methods: ['total'], turnout: { total: 300 } });
    const whole = makeContest({ methods: ['total'], units: [own] });
    expect(left(makeCells({ total: ballots(120) }), whole)).toEqual({ ...NOBODY, turnout: 180 });
  });
});

describe('late ballots', () => {
  const contest = makeContest({
    methods: ['election-day', 'provisional'],
    late: [makeLate('provisional', 40)],
    units: [
      makeUnit('a', { registered: 100, methods: ['election-day', 'provisional'] }),
      makeUnit('b', { registered: 200, methods: ['election-day', 'provisional'] }),
    ],
  });

  it('keep no unit from being complete, but come off what registration leaves', () => {
    const cells = {
      a: makeCells({ 'election-day': ballots(60, 'complete'), provisional: ballots(3) }),
      b: makeCells({ provisional: ballots(5) }),
    };
    const out = outOf(contest, cells);
    expect(out.incomplete).toBe(1);
    expect(out.byGroup).toEqual({ ...NOBODY, registration: 195 });
    expect(out.byRegistration).toEqual({ ballots: 232, unknown: 0, overBound: 0 });
  });

  it('complete everywhere can be read off the methods, never by a total', () => {
    const cells = (method: 'provisional' | 'total') =>
      new Map([
        [unitId('a'), makeCells({ [method]: ballots(3, 'complete') })],
        [unitId('b'), makeCells({ [method]: ballots(5, 'complete') })],
      ]);
    const ended = sumsOf(contest, cells('provisional')).methods.provisional;
    expect(ended).toEqual({ votes: { ann: 0, bob: 0 }, ballots: 8, units: 2, complete: 2 });
    expect(sumsOf(contest, cells('total')).methods.provisional?.complete).toBe(0);
    expect(sumsOf(contest, cells('total')).methods['election-day']?.complete).toBe(2);
  });
});

describe('a county with a central unit', () => {
  const central = makeUnit('c', { kind: 'central', methods: ['early'], registered: null });
  const precincts = [
    makeUnit('a', { methods: ['election-day'], registered: 100, expected: 60 }),
    makeUnit('b', { methods: ['election-day'], registered: 200, expected: 90 }),
  ];
  const elsewhere = makeUnit('d', { parent: 'Fulton', registered: 50, expected: 30 });
  const contest = makeContest({ units: [...precincts, central, elsewhere] });

  it('is one group: whoever is counted there is registered in one of its precincts', () => {
    const out = outOf(contest, {
      a: makeCells({ 'election-day': ballots(40, 'complete') }),
      c: makeCells({ early: ballots(70) }),
    });
    expect(out.incomplete).toBe(2);
    expect(out.byGroup).toEqual({ ...NOBODY, registration: 300 - 110 + 50 });
    expect(out.expected).toBe(150 - 110 + 30);
  });

  it('goes by registration as long as any of its units is incomplete', () => {
    const cells = {
      a: makeCells({ 'election-day': ballots(40, 'complete') }),
      b: makeCells({ 'election-day': ballots(50, 'complete') }),
      c: makeCells({ early: ballots(70) }),
      d: makeCells({ total: ballots(20, 'complete') }),
    };
    expect(outOf(contest, cells).byGroup).toEqual({ ...NOBODY, registration: 140 });
    const done = { ...cells, c: makeCells({ early: ballots(70, 'complete') }) };
    expect(outOf(contest, done)).toMatchObject({ incomplete: 0, byGroup: NOBODY, expected: 0 });
  });

  it('counts the groups without an expected vote while they are incomplete', () => {
    const silent = makeUnit('s', { parent: 'Cobb', registered: 50 });
    const units = [elsewhere, silent];
    const done = { d: makeCells({ total: ballots(30, 'complete') }) };
    expect(outOf(makeContest({ units }), done)).toMatchObject({ expected: 0, expectedUnknown: 1 });
    const all = { ...done, s: makeCells({ total: ballots(9, 'complete') }) };
    expect(outOf(makeContest({ units }), all)).toMatchObject({ expected: 0, expectedUnknown: 0 });
  });

  it('is unknown where one precinct is', () => {
    const units = [...precincts, makeUnit('e', { registered: null }), central];
    expect(outOf(makeContest({ units })).byGroup).toEqual({ ...NOBODY, unknown: 1 });
  });

  it('has the voters that a central unit states where there is no precinct, unknown if it is silent', () => {
    expect(outOf(makeContest({ units: [central] })).byGroup).toEqual({ ...NOBODY, unknown: 1 });
    const stated = { ...central, registered: 500 };
    expect(outOf(makeContest({ units: [stated] })).byGroup).toEqual({
      ...NOBODY,
      registration: 500,
    });
  });

  it('goes by turnout where that is known for all that is missing', () => {
    const booked = (turnout: number | null) =>
      makeContest({
        units: [
          ...precincts.map((unit) => ({ ...unit, turnout: { 'election-day': 50 } })),
          { ...central, turnout: turnout === null ? {} : { early: turnout } },
        ],
      });
    const cells = {
      a: makeCells({ 'election-day': ballots(45, 'complete') }),
      c: makeCells({ early: ballots(70) }),
    };
    expect(outOf(booked(100), cells).byGroup).toEqual({ ...NOBODY, turnout: 50 + 30 });
    expect(outOf(booked(null), cells).byGroup).toEqual({ ...NOBODY, registration: 185 });
    const early = { ...cells, c: makeCells({ early: ballots(70, 'complete') }) };
    expect(outOf(booked(null), early).byGroup).toEqual({ ...NOBODY, turnout: 50 });
  });

  it('gathers units without a county only if one of them is central', () => {
    const loose = (kind: 'precinct' | 'central') =>
      makeContest({
        units: [
          makeUnit('a', { parent: null, registered: 10 }),
          makeUnit('b', { parent: null, registered: 20 }),
          makeUnit('c', { parent: null, registered: null, kind }),
        ],
      });
    expect(outOf(loose('precinct')).byGroup).toEqual({ registration: 30, turnout: 0, unknown: 1 });
    expect(outOf(loose('central')).byGroup).toEqual({ ...NOBODY, registration: 30 });
  });
});

describe('the expected vote', () => {
  const contest = makeContest({
    units: [
      makeUnit('a', { expected: 60 }),
      makeUnit('b', { expected: 90 }),
      makeUnit('c', { expected: null }),
    ],
  });

  it('is what incomplete units lack of it; one that nobody estimates adds nothing', () => {
    expect(outOf(contest).expected).toBe(150);
    expect(outOf(contest, { a: makeCells({ early: ballots(25) }) }).expected).toBe(125);
    expect(outOf(contest, { a: makeCells({ total: ballots(25, 'complete') }) }).expected).toBe(90);
  });

  it('rises to the count where that passes it, and the desk can tell', () => {
    const out = outOf(contest, { a: makeCells({ early: ballots(61) }) });
    expect(out).toMatchObject({ expected: 90, overExpected: 1 });
    const exact = outOf(contest, { a: makeCells({ early: ballots(60) }) });
    expect(exact).toMatchObject({ expected: 90, overExpected: 0 });
  });

  it('is null where nobody states one, and stays so', () => {
    const silent = makeContest();
    expect(outOf(silent).expected).toBeNull();
    const counted = outOf(silent, { 'cobb/addison-01': makeCells({ early: ballots(5) }) });
    expect(counted.expected).toBeNull();
    expect(counted.overExpected).toBe(0);
  });
});

it('goes by the definition in force: an amendment leaves no trace of what was before', () => {
  const unit = makeUnit('a', { methods: ['early', 'provisional'], registered: 100 });
  const contest = makeContest({ methods: unit.methods, units: [unit] });
  const amended = { ...contest, late: [makeLate('provisional', 5)] };
  const cells = { a: makeCells({ early: ballots(30, 'complete') }) };
  expect(outOf(contest, cells)).toMatchObject({ incomplete: 1, byGroup: { registration: 70 } });
  expect(outOf(amended, cells)).toMatchObject({ incomplete: 0, byGroup: { registration: 0 } });
  expect(outOf(contest, cells)).toMatchObject({ incomplete: 1, byGroup: { registration: 70 } });
});
