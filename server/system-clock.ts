import { instantOf } from '../shared/basics/instant.ts';
import type { Clock, Timers } from './clock.ts';

/** The machine's own clock. For the process's own file and the command line's only. */
export const systemClock: Clock = {
  now: () => instantOf(Date.now()),
  elapsedMs: () => performance.now(),
};

export const systemTimers: Timers = {
  every(ms, task) {
    const timer = setInterval(task, ms);
    return () => clearInterval(timer);
  },
};
