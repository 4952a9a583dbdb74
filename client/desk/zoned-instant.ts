import { type Instant, instantOf, msOf, parseInstant } from '../../shared/basics/instant.ts';
import { offsetTime } from '../../shared/results/offset-time.ts';

/**
 * The moment at which a clock in the zone shows `2017-04-18T23:02`; null for a text that is no such
 * time. Of an hour that the zone has twice, or not at all, one of the two beside it.
 * @param timeZone an IANA name
 */
export function zonedInstant(shown: string, timeZone: string): Instant | null {
  const asUtc = parseInstant(`${shown.slice(0, 16)}:00Z`);
  if (asUtc === null) return null;
  // The offset that counts is that of the moment itself, which the first guess may miss.
  const guess = instantOf(msOf(asUtc) - offsetMs(asUtc, timeZone));
  return instantOf(msOf(asUtc) - offsetMs(guess, timeZone));
}

/** What a clock in the zone shows, to the minute: `2017-04-18T23:02`. */
export function shownTime(at: Instant, timeZone: string): string {
  return offsetTime(at, timeZone).slice(0, 16);
}

function offsetMs(at: Instant, timeZone: string): number {
  return (
    Date.parse(`${offsetTime(at, timeZone).slice(0, 19)}Z`) - Math.floor(msOf(at) / 1000) * 1000
  );
}
