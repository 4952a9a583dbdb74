import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planOf } from '../../server/replay/plan.ts';
import type { Step, Timeline } from '../../server/replay/timeline.ts';
import type { ElectionId } from '../../shared/basics/ids.ts';
import { instantOf, msOf } from '../../shared/basics/instant.ts';
import { instant } from '../night/make-night.ts';
import { demoNight } from './play-into-desk.ts';

const START = instant('2017-04-18T19:50:00-04:00');
const DAY_MS = 86_400_000;

/** A night whose steps come after one another with these pauses. */
function nightOf(pausesMs: readonly number[]): Timeline {
  let ms = msOf(START);
  const steps = pausesMs.map((pause, at): Step => {
    ms += pause;
    return { at: instantOf(ms), type: 'end-notice', noticeId: String(at) };
  });
  return { election: 'night' as ElectionId, name: 'Night', start: START, speed: 60, steps };
}

const nights = fc.array(fc.integer({ min: 0, max: 30 * DAY_MS }), { maxLength: 40 }).map(nightOf);

describe('a night that is planned', () => {
  it('keeps its steps and their order', () => {
    fc.assert(
      fc.property(nights, fc.integer({ min: 1, max: 1_000_000 }), (night, speed) => {
        expect(planOf(night, speed).map(({ step }) => step)).toEqual(night.steps);
      }),
    );
  });

  it('has no stretch of 15 seconds or more without an entry', () => {
    fc.assert(
      fc.property(
        nights,
        fc.double({ min: 1.001, max: 1_000_000, noNaN: true }),
        (night, speed) => {
          for (const { waitMs } of planOf(night, speed)) {
            expect(waitMs).toBeGreaterThanOrEqual(0);
            expect(waitMs).toBeLessThan(15_000);
          }
        },
      ),
    );
  });

  it('is life itself at a speed of 1', () => {
    fc.assert(
      fc.property(nights, (night) => {
        const plan = planOf(night, 1);
        const lastedMs = plan.reduce((all, { waitMs }) => all + waitMs, 0);
        expect(lastedMs).toBe(msOf(night.steps.at(-1)?.at ?? START) - msOf(START));
        expect(plan.every(({ rate }) => rate === 1)).toBe(true);
      }),
    );
  });

  it("never lets the night's clock run past the next step", () => {
    fc.assert(
      fc.property(nights, fc.integer({ min: 1, max: 1_000_000 }), (night, speed) => {
        let beforeMs = msOf(START);
        for (const { step, waitMs, rate } of planOf(night, speed)) {
          expect(beforeMs + waitMs * rate).toBeLessThanOrEqual(msOf(step.at) + 1);
          beforeMs = msOf(step.at);
        }
      }),
    );
  });

  it('waits a stretch that is short enough as long as the speed says', () => {
    expect(planOf(nightOf([60_000, 600_000]), 60)).toMatchObject([
      { waitMs: 1_000, rate: 60 },
      { waitMs: 10_000, rate: 60 },
    ]);
  });

  it('shortens an hour to less than 15 seconds, and the clock goes faster meanwhile', () => {
    expect(planOf(nightOf([3_600_000]), 60)).toMatchObject([{ waitMs: 14_500, rate: 240 }]);
  });
});

it('the demo night begins at 7:50 pm and takes about six minutes at its own speed', () => {
  const { timeline } = demoNight();
  expect(timeline.start).toBe(START);
  const plan = planOf(timeline, timeline.speed);
  const minutes = plan.reduce((all, { waitMs }) => all + waitMs, 0) / 60_000;
  expect(minutes).toBeGreaterThan(5.5);
  expect(minutes).toBeLessThan(6.5);
});
