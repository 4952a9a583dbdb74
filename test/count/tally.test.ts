import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitId } from '../../shared/basics/ids.ts';
import type { UnitCells } from '../../shared/count/cell.ts';
import { contestIndex } from '../../shared/count/contest-index.ts';
import { emptyTally } from '../../shared/count/empty-tally.ts';
import { replaceUnit } from '../../shared/count/replace-unit.ts';
import type { Tally, TallySums, Votes } from '../../shared/count/tally.ts';
import { sumsOf } from '../../shared/count/tally-of.ts';
import type { Contest } from '../../shared/election/contest.ts';
import { arbitraryNight } from './arbitrary-contest.ts';
import { makeCells, makeContest, makeCount, makeUnit, unitId } from './make.ts';

interface Step {
  readonly before: Tally;
  readonly after: Tally;
  readonly cells: ReadonlyMap<UnitId, UnitCells>;
  readonly unit: UnitId;
}

/** Plays the changes, each on the frozen tally of the one before. */
function play(
  contest: Contest,
  changes: readonly (readonly [UnitId, UnitCells | null])[],
  see: (step: Step) => void,
): void {
  let tally = deepFreeze(emptyTally(deepFreeze(contest)));
  const cells = new Map<UnitId, UnitCells>();
  for (const [unit, own] of changes) {
    const was = cells.get(unit) ?? null;
    if (own) cells.set(unit, deepFreeze(own));
    else cells.delete(unit);
    const after = deepFreeze(replaceUnit(contest, tally, cells, unit, was));
    see({ before: tally, after, cells, unit });
    tally = after;
  }
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of value instanceof Map ? value.values() : Object.values(value)) deepFreeze(part);
  return Object.freeze(value);
}

function sumsIn({ votes, ballots, methods, counties, units, out }: Tally): TallySums {
  return { votes, ballots, methods, counties, units, out };
}

function addedUp(all: readonly (Votes | undefined)[], contest: Contest): Votes {
  const of = (id: keyof Votes) => all.reduce((sum, votes) => sum + (votes?.[id] ?? 0), 0);
  return Object.fromEntries(contest.choices.map(({ id }) => [id, of(id)]));
}

describe('after every change of a night', { timeout: 60_000 }, () => {
  it('the tally is the one that a rebuild from the cells gives, to the letter', () => {
    fc.assert(
      fc.property(arbitraryNight, ({ contest, changes }) => {
        play(contest, changes, ({ after, cells }) => {
          expect(JSON.stringify(sumsIn(after))).toBe(JSON.stringify(sumsOf(contest, cells)));
        });
      }),
      { numRuns: 1000 },
    );
  });

  it('what reads the same as before is the same object', () => {
    fc.assert(
      fc.property(arbitraryNight, ({ contest, changes }) => {
        play(contest, changes, ({ before, after }) => {
          expect(sharedParts(before, after)).toEqual([]);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('methods, counties and statuses add up to the whole', () => {
    fc.assert(
      fc.property(arbitraryNight, ({ contest, changes }) => {
        play(contest, changes, ({ after }) => {
          const methods = Object.values(after.methods);
          const counties = Object.values(after.counties);
          const inCounties = counties.flatMap((county) => Object.values(county.votes));
          expect(
            addedUp(
              methods.map(({ votes }) => votes),
              contest,
            ),
          ).toEqual(after.votes);
          expect(addedUp(inCounties, contest)).toEqual(after.votes);
          expect(methods.reduce((sum, { ballots }) => sum + ballots, 0)).toBe(after.ballots);
          for (const status of ['complete', 'partial', 'none'] as const)
            expect(counties.reduce((sum, { units }) => sum + units[status], 0)).toBe(
              after.units[status],
            );
          const { complete, partial, none } = after.units;
          expect(complete + partial + none).toBe(
            contest.units.filter(({ kind }) => kind === 'precinct').length,
          );
          expect(counties.reduce((sum, county) => sum + county.expectedOut, 0)).toBe(
            after.out.expected ?? 0,
          );
        });
      }),
      { numRuns: 500 },
    );
  });

  it('the groups out are as many as there are groups', () => {
    fc.assert(
      fc.property(arbitraryNight, ({ contest, changes }) => {
        const { groups } = contestIndex(contest);
        play(contest, changes, ({ after: { out } }) => {
          expect(out.incomplete).toBeLessThanOrEqual(groups.length);
          expect(out.byGroup.unknown).toBeLessThanOrEqual(out.incomplete);
          expect(out.overBound).toBeLessThanOrEqual(out.byGroup.unknown);
          expect(out.byRegistration.overBound).toBeLessThanOrEqual(out.byRegistration.unknown);
          expect(out.byRegistration.unknown).toBeLessThanOrEqual(groups.length);
          expect(Math.min(out.byGroup.registration, out.byGroup.turnout)).toBeGreaterThanOrEqual(0);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('the way back leads to the tally before', () => {
    fc.assert(
      fc.property(arbitraryNight, ({ contest, changes }) => {
        const cells = new Map<UnitId, UnitCells>();
        let tally = emptyTally(contest);
        const empty = JSON.stringify(tally);
        for (const [unit, own] of changes) {
          const was = cells.get(unit) ?? null;
          if (own) cells.set(unit, own);
          tally = replaceUnit(contest, tally, cells, unit, was);
        }
        for (const [unit, own] of [...cells]) {
          cells.delete(unit);
          tally = replaceUnit(contest, tally, cells, unit, own);
        }
        expect(JSON.stringify(tally)).toBe(empty);
      }),
      { numRuns: 500 },
    );
  });
});

/** Parts of two tallies that read the same and are not the same object. */
function sharedParts(before: Tally, after: Tally): readonly string[] {
  return differentObjects(sumsIn(before), sumsIn(after), '');
}

function differentObjects(before: unknown, after: unknown, path: string): readonly string[] {
  if (typeof before !== 'object' || typeof after !== 'object' || !before || !after) return [];
  if (before === after) return [];
  const same = path !== '' && JSON.stringify(before) === JSON.stringify(after);
  const now = new Map<string, unknown>(Object.entries(after));
  return [
    ...(same ? [path] : []),
    ...Object.entries(before).flatMap(([key, value]) =>
      differentObjects(value, now.get(key), `${path}/${key}`),
    ),
  ];
}

describe('an empty tally', () => {
  const contest = makeContest({
    units: [
      makeUnit('a', { parent: 'Cobb' }),
      makeUnit('b', { parent: null, methods: ['absentee-mail'], kind: 'central' }),
    ],
  });

  it('is closed, with every choice, method and county at zero', () => {
    const votes = { ann: 0, bob: 0 };
    expect(emptyTally(contest)).toMatchObject({
      open: false,
      votes,
      ballots: 0,
      methods: {
        'election-day': { votes, ballots: 0, units: 1, complete: 0 },
        early: { votes, ballots: 0, units: 1, complete: 0 },
        'absentee-mail': { votes, ballots: 0, units: 1, complete: 0 },
      },
      counties: {
        Cobb: { votes: {}, units: { complete: 0, partial: 0, none: 1 }, expectedOut: 0 },
        '': { votes: {}, units: { complete: 0, partial: 0, none: 0 }, expectedOut: 0 },
      },
      units: { complete: 0, partial: 0, none: 1 },
      calls: [],
      notices: [],
      holds: 0,
      locked: false,
      corrections: [],
      asOf: null,
      lastChange: null,
    });
  });

  it('names the methods in one fixed order, whatever the definition does', () => {
    expect(Object.keys(emptyTally(contest).methods)).toEqual([
      'election-day',
      'early',
      'absentee-mail',
    ]);
  });
});

describe('a night in two counties', () => {
  const contest = makeContest({
    units: [
      makeUnit('a', { parent: 'Cobb' }),
      makeUnit('b', { parent: 'Cobb' }),
      makeUnit('c', { parent: 'Fulton' }),
    ],
  });
  const early = makeCells({ early: makeCount({ ann: 30, bob: 10 }, 'complete') });
  const total = makeCells({ total: makeCount({ ann: 50, bob: 45 }, 'complete') });

  function nightOf(...changes: (readonly [string, UnitCells])[]): Tally {
    let last = emptyTally(contest);
    const named = changes.map(([id, cells]) => [unitId(id), cells] as const);
    play(contest, named, (step) => {
      last = step.after;
    });
    return last;
  }

  it('adds a unit to its county and its methods, and leaves the other county alone', () => {
    const first = nightOf(['a', early]);
    expect(first.votes).toEqual({ ann: 30, bob: 10 });
    expect(first.ballots).toBe(40);
    expect(first.counties.Cobb).toEqual({
      votes: { early: { ann: 30, bob: 10 } },
      units: { complete: 0, partial: 0, none: 2 },
      expectedOut: 0,
    });
    expect(first.counties.Fulton).toEqual(emptyTally(contest).counties.Fulton);
    expect(first.methods.early).toEqual({
      votes: { ann: 30, bob: 10 },
      ballots: 40,
      units: 3,
      complete: 1,
    });
  });

  it('takes a total in place of parts without counting anything twice', () => {
    const both = nightOf(['a', early], ['b', early], ['a', total]);
    expect(both.votes).toEqual({ ann: 80, bob: 55 });
    expect(both.units).toEqual({ complete: 1, partial: 0, none: 2 });
    expect(both.counties.Cobb?.votes).toEqual({
      early: { ann: 30, bob: 10 },
      total: { ann: 50, bob: 45 },
    });
    expect(both.methods.total).toMatchObject({ ballots: 95, units: 1, complete: 1 });
    expect(both.methods['election-day']).toMatchObject({ ballots: 0, units: 3, complete: 1 });
  });

  it('forgets a method of which no report is left', () => {
    const back = nightOf(['a', total], ['a', early]);
    expect(Object.keys(back.methods)).toEqual(['election-day', 'early']);
    expect(Object.keys(back.counties.Cobb?.votes ?? {})).toEqual(['early']);
  });

  it('counts a central unit, but as no precinct', () => {
    const central = makeContest({
      units: [makeUnit('a'), makeUnit('c', { kind: 'central', methods: ['early'] })],
    });
    const cells = new Map([[unitId('c'), early]]);
    const tally = replaceUnit(central, emptyTally(central), cells, unitId('c'), null);
    expect(tally.votes).toEqual({ ann: 30, bob: 10 });
    expect(tally.units).toEqual({ complete: 0, partial: 0, none: 1 });
  });

  it('keeps all that is no sum: calls, notices, holds, the clock', () => {
    const tally: Tally = { ...emptyTally(contest), open: true, holds: 3, locked: true };
    const cells = new Map([[unitId('a'), early]]);
    const next = replaceUnit(contest, tally, cells, unitId('a'), null);
    expect(next).toMatchObject({ open: true, holds: 3, locked: true });
    expect(next.calls).toBe(tally.calls);
    expect(next.clock).toBe(tally.clock);
  });

  it('refuses a unit that is not in the contest: that would be a bug', () => {
    expect(() => replaceUnit(contest, emptyTally(contest), new Map(), unitId('z'), null)).toThrow(
      /unit z/,
    );
  });
});

it('keeps the votes of a choice that the law takes out: they are on ballots', () => {
  const [ann, bob] = makeContest().choices;
  if (!ann || !bob) throw new Error('two choices');
  const contest = makeContest({ choices: [ann, { ...bob, counts: false, eligible: false }] });
  const cells = new Map([
    [unitId('cobb/addison-01'), makeCells({ early: makeCount({ ann: 3, bob: 4 }) })],
  ]);
  const sums = sumsOf(contest, cells);
  expect(sums.votes).toEqual({ ann: 3, bob: 4 });
  expect(sums.ballots).toBe(7);
  expect(sums.out.byGroup.registration).toBe(1003);
});
