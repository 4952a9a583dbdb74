import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTally } from '../../shared/count/empty-tally.ts';
import type { Tally } from '../../shared/count/tally.ts';
import { sumsOf } from '../../shared/count/tally-of.ts';
import type { Contest } from '../../shared/election/contest.ts';
import { ballotsOut } from '../../shared/results/outstanding-of.ts';
import { arbitraryWorld, type World } from '../count/arbitrary-world.ts';
import { makeContest, makeLate } from '../count/make.ts';
import { instant, makeTally, standing } from './make.ts';

function tallyOf({ contest, units }: World): Tally {
  const cells = new Map(units.map(({ made, cells }) => [made.id, cells]));
  return { ...emptyTally(contest), ...sumsOf(contest, cells), open: true };
}

function ballotsToCome({ units }: World): number {
  return units.reduce((sum, { final, counted }) => sum + final - counted, 0);
}

describe('in a world whose truth is known', () => {
  it('what can still come is never less than what does', { timeout: 60_000 }, () => {
    const seen = { known: 0, exact: 0, roll: 0 };
    fc.assert(
      fc.property(arbitraryWorld, fc.option(fc.nat(3)), (world, slack) => {
        const voters = world.units.reduce((sum, { final }) => sum + final, 0);
        const all = slack === null ? null : voters + slack;
        const registration = {
          is: 'active' as const,
          source: null,
          ...world.contest.registration,
          all,
        };
        const { bound, boundBy } = ballotsOut({ ...world.contest, registration }, tallyOf(world));
        if (bound === null) return;
        seen.known += 1;
        seen.exact += Number(bound === ballotsToCome(world));
        seen.roll += Number(boundBy === 'roll');
        expect(bound).toBeGreaterThanOrEqual(ballotsToCome(world));
      }),
      { numRuns: 5000 },
    );
    expect(seen.known).toBeGreaterThan(1500);
    expect(seen.exact).toBeGreaterThan(300);
    expect(seen.roll).toBeGreaterThan(300);
  });

  it('nothing can come once every unit is complete and the late ballots have ended', {
    timeout: 60_000,
  }, () => {
    let complete = 0;
    fc.assert(
      fc.property(arbitraryWorld, (world) => {
        if (!world.units.every(({ isAllComplete }) => isAllComplete)) return;
        complete += 1;
        const certified = { at: instant('2017-04-25T19:58:00Z'), source: 'the state' };
        const { bound, boundBy } = ballotsOut({ ...world.contest, certified }, tallyOf(world));
        expect([bound, boundBy]).toEqual([0, 'complete']);
      }),
      { numRuns: 5000 },
    );
    expect(complete).toBeGreaterThan(100);
  });
});

describe('what can still come', () => {
  const out = {
    incomplete: 3,
    byGroup: { registration: 100, turnout: 20, unknown: 0 },
    byRegistration: { ballots: 900, unknown: 0, overBound: 0 },
    overBound: 0,
    expected: 70,
    expectedUnknown: 0,
    overExpected: 0,
  };
  const methods = {
    provisional: { votes: {}, ballots: 30, units: 4, complete: 1 },
    early: { votes: {}, ballots: 30, units: 4, complete: 4 },
  };

  function bound(parts: Partial<Contest>, over: Partial<Tally> = {}) {
    const contest = makeContest(parts);
    const { bound, boundBy, boundMissing } = ballotsOut(
      contest,
      makeTally(contest, { ann: 60 }, {}, { out, methods, ...over }),
    );
    return [bound, boundBy, boundMissing];
  }

  it('is the sum of the incomplete units by their best source', () => {
    expect(bound({})).toEqual([120, 'mixed', []]);
    const one = { ...out, byGroup: { registration: 0, turnout: 20, unknown: 0 } };
    expect(bound({}, { out: one })).toEqual([20, 'turnout', []]);
  });

  it('adds what the bounds of late methods leave', () => {
    expect(bound({ late: [makeLate('provisional', 50)] })).toEqual([140, 'mixed', []]);
    const none = { ...out, incomplete: 0, byGroup: { registration: 0, turnout: 0, unknown: 0 } };
    expect(bound({ late: [makeLate('provisional', 50)] }, { out: none })).toEqual([20, 'late', []]);
  });

  it('goes by registration everywhere while a late method has no bound', () => {
    expect(bound({ late: [makeLate('uocava', null)] })).toEqual([900, 'registration', []]);
    expect(bound({ late: [makeLate(null, null)] })).toEqual([900, 'registration', []]);
  });

  it('forgets a late method that is complete everywhere, and all of them once certified', () => {
    expect(bound({ late: [makeLate('early', null)] })).toEqual([120, 'mixed', []]);
    const certified = { at: instant('2017-04-25T19:58:00Z'), source: 'the state' };
    expect(bound({ late: [makeLate(null, null)], certified })).toEqual([120, 'mixed', []]);
  });

  it('is unknown where a unit has neither source, and says why', () => {
    const unknown = { ...out, byGroup: { ...out.byGroup, unknown: 2 } };
    expect(bound({}, { out: unknown })).toEqual([null, null, ['registration-unknown']]);
    const active = { is: 'active' as const, all: null, source: null };
    expect(bound({ registration: active }, { out: unknown })).toEqual([
      null,
      null,
      ['registration-not-a-bound'],
    ]);
    const late = [makeLate('uocava', null)];
    const nowhere = { ...out, byRegistration: { ballots: 0, unknown: 4, overBound: 0 } };
    expect(bound({ late, registration: active }, { out: nowhere })).toEqual([
      null,
      null,
      ['registration-not-a-bound', 'late-unbounded'],
    ]);
  });

  it('is unknown, never 0, where more is counted than the bound', () => {
    const over = { ...out, byGroup: { ...out.byGroup, unknown: 1 }, overBound: 1 };
    expect(bound({}, { out: over })).toEqual([null, null, ['more-counted-than-bound']]);
    expect(bound({ late: [makeLate('provisional', 29)] })).toEqual([
      null,
      null,
      ['more-counted-than-bound'],
    ]);
  });

  it('falls back on the whole roll where that is known', () => {
    const unknown = { ...out, byGroup: { ...out.byGroup, unknown: 2 } };
    const roll = (all: number) => ({ is: 'active' as const, all, source: null });
    expect(bound({ registration: roll(1000) }, { out: unknown })).toEqual([940, 'roll', []]);
    expect(bound({ registration: roll(50) }, { out: unknown })).toEqual([
      null,
      null,
      ['registration-not-a-bound', 'more-counted-than-bound'],
    ]);
  });

  it('is in votes in the standing, several a ballot', () => {
    const rule = { type: 'plurality' as const, seats: 2 };
    const contest = makeContest({ votesAllowed: 3, rule });
    const { outstanding } = standing(contest, { ann: 60 }, {}, { out, methods });
    expect(outstanding).toMatchObject({ bound: 360, expected: 210, expectedTotal: 270 });
  });

  it('expects nothing while one of what is out says nothing of it', () => {
    const silent = { ...out, expectedUnknown: 1 };
    const { outstanding } = standing(makeContest(), { ann: 60 }, {}, { out: silent, methods });
    expect(outstanding).toMatchObject({ expected: null, expectedTotal: null });
  });

  it('caps what is expected: no more comes than can', () => {
    const { outstanding } = standing(makeContest(), { ann: 60 }, { bound: 10, expected: 25 });
    expect(outstanding).toMatchObject({ bound: 10, expected: 10, expectedTotal: 70 });
  });
});
