import { msOf } from '../../shared/basics/instant.ts';
import type { Step, Timeline } from './timeline.ts';

/** A step with how long to wait for it after the one before, and how fast the night's clock goes meanwhile. */
export interface PlannedStep {
  readonly step: Step;
  readonly waitMs: number;
  readonly rate: number;
}

/** However quiet the night was, nobody waits longer for the next entry. */
const LONGEST_STRETCH_MS = 15_000;
/** Of a stretch, what is left for sending. */
const SENDING_MS = 500;
/** What a night's clock takes. */
const MAX_RATE = 1_000_000;

/**
 * When each step of a night plays. A stretch without an entry is shortened to 15 seconds, in which the
 * night's clock goes faster; at a speed of 1, which is life, it is not.
 *
 * @param speed how many times faster than life, above 0 and at most 1,000,000
 */
export function planOf({ start, steps }: Timeline, speed: number): readonly PlannedStep[] {
  let before = msOf(start);
  return steps.map((step) => {
    const nightMs = msOf(step.at) - before;
    before = msOf(step.at);
    return { step, ...stretchOf(nightMs, speed) };
  });
}

function stretchOf(nightMs: number, speed: number): Omit<PlannedStep, 'step'> {
  const waitMs = nightMs / speed;
  const longest = LONGEST_STRETCH_MS - SENDING_MS;
  if (speed <= 1 || waitMs <= longest) return { waitMs, rate: speed };
  // As if the whole stretch were waited: so the clock comes short of the step's time, never beyond it.
  return { waitMs: longest, rate: Math.min(nightMs / LONGEST_STRETCH_MS, MAX_RATE) };
}
