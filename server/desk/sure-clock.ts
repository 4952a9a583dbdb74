import { type Instant, instantOf, msOf } from '../../shared/basics/instant.ts';
import type { Clock } from '../clock.ts';

/** How much faster than elapsed time a wall clock may be led by a time server: 0.1%, twice what Linux allows itself. */
const LEAD = 1.001;

export interface SureClock {
  /** What the wall clock shows, and the time that is sure to have come. */
  read(): { readonly wall: Instant; readonly sure: Instant };
  /** A person vouches that a time has come. */
  vouch(time: Instant): void;
}

/**
 * The time that has come even if somebody set the wall clock ahead: it goes on from a time that was sure
 * by what has elapsed since, and is never ahead of the wall clock. A jump ahead leaves it behind; a jump
 * back takes it along, so that jumping there and back proves nothing either.
 *
 * @param known a time that is sure to have come
 */
export function openSureClock(clock: Clock, known: Instant): SureClock {
  let elapsedMs = clock.elapsedMs();
  let sureMs = msOf(known);
  return {
    read() {
      const wall = clock.now();
      const passedMs = clock.elapsedMs() - elapsedMs;
      elapsedMs += passedMs;
      sureMs = Math.min(msOf(wall), sureMs + passedMs * LEAD);
      return { wall, sure: instantOf(Math.floor(sureMs)) };
    },
    vouch(time) {
      sureMs = Math.max(sureMs, msOf(time));
    },
  };
}
