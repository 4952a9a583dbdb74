import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { TallySums } from '../../shared/count/tally.ts';
import { sumsOf } from '../../shared/count/tally-of.ts';
import type { Contest } from '../../shared/election/contest.ts';
import { arbitraryWorld, type World } from './arbitrary-world.ts';

/** Ballots that can still come, as the product's page on certainty puts the sums together; null: unknown. */
function ballotsThatCanCome(contest: Contest, { out, methods }: TallySums): number | null {
  const late = contest.late.filter(({ method }) => {
    const of = method === null ? undefined : methods[method];
    return !of || of.complete < of.units;
  });
  if (late.some(({ bound }) => bound === null))
    return out.byRegistration.unknown > 0 ? null : out.byRegistration.ballots;
  const toCome = late.map(({ method, bound }) => {
    const counted = (method && methods[method]?.ballots) ?? 0;
    return (bound ?? 0) - counted;
  });
  if (out.byGroup.unknown > 0 || toCome.some((left) => left < 0)) return null;
  return out.byGroup.registration + out.byGroup.turnout + toCome.reduce((a, b) => a + b, 0);
}

function look({ contest, units }: World) {
  const sums = sumsOf(contest, new Map(units.map(({ made, cells }) => [made.id, cells])));
  return {
    bound: ballotsThatCanCome(contest, sums),
    truth: units.reduce((sum, { final, counted }) => sum + final - counted, 0),
    sums,
  };
}

it('what can still come is never less than what does', { timeout: 60_000 }, () => {
  let known = 0;
  let exact = 0;
  fc.assert(
    fc.property(arbitraryWorld, (world) => {
      const { bound, truth } = look(world);
      if (bound === null) return;
      known += 1;
      exact += Number(bound === truth);
      expect(bound).toBeGreaterThanOrEqual(truth);
    }),
    { numRuns: 5000, seed: 1 },
  );
  expect(known).toBeGreaterThan(1500);
  expect(exact).toBeGreaterThan(300);
});

it('right registration and poll books are never counted beyond', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(arbitraryWorld, (world) => {
      // A total may hold late ballots, which no poll book of its parts foresees.
      fc.pre(!world.units.some(({ cells }) => cells.has('total')));
      const { out } = look(world).sums;
      expect(out.overBound).toBe(0);
      expect(out.byRegistration.overBound).toBe(0);
    }),
    { numRuns: 2000 },
  );
});

it('nothing can come once everything is counted', { timeout: 60_000 }, () => {
  let all = 0;
  fc.assert(
    fc.property(arbitraryWorld, (world) => {
      const { contest, units } = world;
      if (!units.every(({ isAllComplete }) => isAllComplete)) return;
      if (contest.late.some(({ method }) => method === null)) return;
      if (contest.late.length > 0 && !units.some(({ cells }) => cells.has('provisional'))) return;
      all += 1;
      expect(look(world).bound).toBe(0);
    }),
    { numRuns: 5000, seed: 1 },
  );
  expect(all).toBeGreaterThan(100);
});
