import { type Instant, instantOf, msOf } from '../basics/instant.ts';
import type { NightClock } from '../count/tally.ts';

/** A live election's clock: the server's own. */
export const LIVE_CLOCK: NightClock = { at: null, nightAt: null, rate: 1 };

/** What the night's clock shows when the server's shows `at`. */
export function nightTime(clock: NightClock, at: Instant): Instant {
  if (clock.at === null || clock.nightAt === null) return at;
  return instantOf(Math.round(msOf(clock.nightAt) + (msOf(at) - msOf(clock.at)) * clock.rate));
}
