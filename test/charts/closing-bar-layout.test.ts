import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { frontsOf } from '../../client/charts/closing-bar-layout.ts';
import { lineBand } from '../../client/charts/track-layout.ts';

const HALF = { num: 1, den: 2, strict: true };
const band = lineBand(HALF);

describe('votes in hand', () => {
  it('are two fronts with what is not counted between them (11:41 pm in Georgia)', () => {
    const { leaderEnd, restStart } = frontsOf(
      { leader: 72_719, rest: 71_852, total: 192_569 },
      HALF,
    );
    expect(leaderEnd).toBeCloseTo(377.6, 1);
    expect(restStart).toBeCloseTo(626.9, 1);
  });

  it('of everyone else break the line once the leader cannot clear it any more', () => {
    expect(frontsOf({ leader: 40, rest: 49, total: 100 }, HALF).restStart).toBeGreaterThan(
      band.end,
    );
    expect(frontsOf({ leader: 40, rest: 50, total: 100 }, HALF).restStart).toBeLessThan(band.start);
  });

  it('of the leader break it once they clear it whatever comes', () => {
    expect(frontsOf({ leader: 50, rest: 10, total: 100 }, HALF).leaderEnd).toBeLessThan(band.start);
    expect(frontsOf({ leader: 51, rest: 10, total: 100 }, HALF).leaderEnd).toBeGreaterThan(
      band.end,
    );
  });

  it('meet when everything is counted', () => {
    const { leaderEnd, restStart } = frontsOf(
      { leader: 92_673, rest: 99_896, total: 192_569 },
      HALF,
    );
    expect(leaderEnd).toBe(restStart);
  });

  it('never overlap, and never both cross', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.nat(1e6), fc.nat(1e6), (leader, rest, out) => {
        const { leaderEnd, restStart } = frontsOf(
          { leader, rest, total: leader + rest + out },
          HALF,
        );
        expect(leaderEnd).toBeLessThanOrEqual(restStart);
        expect(leaderEnd > band.end && restStart < band.start).toBe(false);
      }),
    );
  });
});
