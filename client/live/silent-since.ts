import { type Instant, msOf } from '../../shared/basics/instant.ts';
import type { Tally } from '../../shared/count/tally.ts';

const SILENT_AFTER_MS = 10 * 60_000;

/**
 * The night time since which no votes have come, once that is ten minutes: a stall that is not ours.
 * null while votes come, before the first, and when every precinct is complete.
 *
 * @param nightMs the night's time now
 */
export function silentSince(tally: Tally, nightMs: number): Instant | null {
  const counting = tally.open && tally.units.partial + tally.units.none > 0;
  if (!counting || tally.asOf === null) return null;
  return nightMs - msOf(tally.asOf) >= SILENT_AFTER_MS ? tally.asOf : null;
}
