import { setTimeout } from 'node:timers/promises';
import type { Clock } from '../clock.ts';
import type { PlayTime } from './play.ts';

/** A replay's time, as it passes on this machine. */
export function playTime(clock: Pick<Clock, 'elapsedMs'>): PlayTime {
  return {
    elapsedMs: () => clock.elapsedMs(),
    async wait(ms, signal) {
      try {
        await setTimeout(ms, undefined, signal ? { signal } : {});
      } catch (error) {
        if (!signal?.aborted) throw error;
      }
    },
  };
}
