import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openSureClock } from '../../server/desk/sure-clock.ts';
import { msOf } from '../../shared/basics/instant.ts';
import { EVENING } from './make-desk.ts';
import { testClock } from './test-clock.ts';

const HOUR = 3_600_000;

it('shows the wall clock’s time while nobody sets it', () => {
  const clock = testClock(EVENING);
  const sure = openSureClock(clock, EVENING);
  for (let passed = 0; passed < 40; passed += 1) {
    clock.pass(100_000);
    expect(sure.read()).toEqual({ wall: clock.now(), sure: clock.now() });
  }
});

it('is never ahead of the time that has passed, however the wall clock is set', () => {
  const moves = fc.array(
    fc.record({ passMs: fc.nat(HOUR), jumpMs: fc.integer({ min: -2 * HOUR, max: 2 * HOUR }) }),
    { maxLength: 30 },
  );
  fc.assert(
    fc.property(moves, fc.nat(HOUR), (steps, behindMs) => {
      const clock = testClock(EVENING);
      const start = msOf(EVENING) - behindMs;
      const sure = openSureClock(clock, new Date(start).toISOString() as typeof EVENING);
      for (const { passMs, jumpMs } of steps) {
        clock.jump(jumpMs);
        clock.pass(passMs);
        const read = sure.read();
        expect(msOf(read.sure)).toBeLessThanOrEqual(start + clock.elapsedMs() * 1.001);
        expect(msOf(read.sure)).toBeLessThanOrEqual(msOf(read.wall));
      }
    }),
    { numRuns: 300 },
  );
});

it('is the same however often it is read', () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(5_000), { minLength: 1, maxLength: 50 }),
      fc.nat(HOUR),
      (steps, jump) => {
        const clock = testClock(EVENING);
        const [often, once] = [openSureClock(clock, EVENING), openSureClock(clock, EVENING)];
        clock.jump(jump);
        for (const ms of steps) {
          clock.pass(ms);
          often.read();
        }
        const apart = msOf(often.read().sure) - msOf(once.read().sure);
        expect(Math.abs(apart)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
