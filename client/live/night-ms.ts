import { msOf } from '../../shared/basics/instant.ts';
import type { NightClock } from '../../shared/count/tally.ts';

/**
 * The night's time, in milliseconds since 1970, at the server's time `serverMs`: the same for a live
 * election; in a replay it runs `rate` times as fast from where its clock was last set.
 */
export function nightMs(clock: NightClock, serverMs: number): number {
  if (clock.at === null || clock.nightAt === null) return serverMs;
  return msOf(clock.nightAt) + (serverMs - msOf(clock.at)) * clock.rate;
}
