import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { UnitId } from '../../shared/basics/ids.ts';
import { makeChoice, makeUnit } from '../count/make.ts';
import {
  eve,
  kay,
  MAYOR,
  makeElection,
  makeMayor,
  makeNight,
  max,
  NORTH,
  type SentReport,
  SOUTH,
} from './make-night.ts';

const EAST = 'hill/east' as UnitId;

function threeWay() {
  return makeNight(
    makeElection({
      contests: [
        makeMayor({
          choices: ['ann', 'bob', 'cy'].map((id) => makeChoice(id, id)),
          units: [NORTH, SOUTH, EAST].map((id) =>
            makeUnit(id, { name: id.slice(5), parent: 'Hill' }),
          ),
        }),
      ],
    }),
  );
}

const first = { reportId: 'a', votes: { ann: 30, bob: 15, cy: 5 } } as const;

/** What becomes of a report of South, after the first of North. */
function afterNorth(report: SentReport, north: SentReport = first) {
  const night = threeWay();
  night.report(kay, north);
  return night.report(eve, { reportId: 'b', unit: SOUTH, votes: first.votes, ...report });
}

const held = { outcome: 'held', checks: [{ code: 'duplicate-of' }] };
const accepted = { outcome: 'accepted' };

describe('a report with every count of another unit', () => {
  it('is held, whoever sends it, and says whose counts they are', () => {
    expect(afterNorth({})).toMatchObject({
      outcome: 'held',
      checks: [
        {
          code: 'duplicate-of',
          message: 'Every count of south (election day) is that of north: 50 votes.',
        },
      ],
    });
  });

  it.each<[string, SentReport, object]>([
    ['whatever its status', { status: 'complete' }, held],
    ['of 49 votes for three', { votes: { ann: 30, bob: 15, cy: 4 } }, accepted],
    ['with another number for one', { votes: { ann: 30, bob: 14, cy: 6 } }, accepted],
    ['of another method', { method: 'early' }, accepted],
  ])('%s', (_, report, outcome) => {
    expect(afterNorth(report)).toMatchObject(outcome);
  });

  it.each([
    [{ ann: 100, bob: 50 }, held],
    [{ ann: 100, bob: 49 }, accepted],
    [{ ann: 500 }, accepted],
    [{ ann: 30, bob: 15, cy: 4 }, accepted],
    [{ ann: 30, bob: 15, cy: 5 }, held],
  ])(
    'takes 50 votes for three, 150 for two, and says nothing of one alone: %j',
    (votes, outcome) => {
      expect(afterNorth({ votes }, { reportId: 'a', votes })).toMatchObject(outcome);
    },
  );

  it.each([
    ['ballots cast', { ballotsCast: 60 }, { ballotsCast: 61 }, accepted],
    ['ballots cast', { ballotsCast: 60 }, { ballotsCast: 60 }, held],
    ['ballots cast', { ballotsCast: 60 }, {}, held],
    ['undervotes', { undervotes: 1 }, { undervotes: 2 }, accepted],
  ])('is another one where its %s differ: %j, %j', (_, north, south, outcome) => {
    expect(afterNorth(south, { ...first, ...north })).toMatchObject(outcome);
  });

  it('goes by what the other unit has by now', () => {
    const night = threeWay();
    night.report(kay, first);
    night.report(kay, { reportId: 'more', votes: { ann: 31 } });
    expect(night.report(kay, { reportId: 'b', unit: SOUTH, votes: first.votes })).toMatchObject(
      accepted,
    );
    expect(
      night.report(kay, { reportId: 'c', unit: EAST, votes: { ...first.votes, ann: 31 } }),
    ).toMatchObject(held);
  });

  it('counts once another person has released it, and is not held again for its status', () => {
    const night = threeWay();
    night.report(kay, first);
    night.report(kay, { reportId: 'b', unit: SOUTH, votes: first.votes });
    const release = { type: 'release-hold', holdId: night.pendingHold(), by: max } as const;
    expect(night.outcome(release)).toBe('released');
    expect(night.votes()).toEqual({ ann: 60, bob: 30, cy: 10 });
    const done = { reportId: 'c', unit: SOUTH, status: 'complete' } as const;
    expect(night.report(kay, done)).toMatchObject(accepted);
  });

  it('is a matter of one contest', () => {
    const contests = [MAYOR, 'clerk' as typeof MAYOR].map((id) => ({ ...makeMayor(), id }));
    const night = makeNight(makeElection({ contests }));
    const votes = { ann: 100, bob: 60 };
    night.report(kay, { reportId: 'a', votes });
    const other = { reportId: 'b', contest: 'clerk', unit: SOUTH, votes };
    expect(night.report(kay, other)).toMatchObject(accepted);
  });
});

it('no two units ever have the same large count without somebody having let it pass', () => {
  const anyReport = fc.record({
    unit: fc.constantFrom(NORTH, SOUTH, EAST),
    method: fc.constantFrom('election-day' as const, 'early' as const),
    votes: fc.record({
      ann: fc.constantFrom(0, 40, 90),
      bob: fc.constantFrom(0, 60, 61),
      cy: fc.constantFrom(0, 5),
    }),
  });
  fc.assert(
    fc.property(fc.array(anyReport, { maxLength: 25 }), (reports) => {
      const night = threeWay();
      for (const [at, report] of reports.entries())
        night.report(eve, { reportId: `${at}`, reason: 'read again', ...report });
      const rows = [...night.state().cells.values()].flatMap((cells) =>
        [...cells].flatMap(([method, { votes }]) => {
          const some = Object.values(votes).filter((number) => number > 0);
          const total = some.reduce((sum, number) => sum + number, 0);
          const isLarge = some.length > 1 && total >= (some.length > 2 ? 50 : 150);
          return isLarge ? [JSON.stringify([method, votes])] : [];
        }),
      );
      expect(rows).toHaveLength(new Set(rows).size);
    }),
    { numRuns: 300 },
  );
});
