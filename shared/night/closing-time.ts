import type { Instant } from '../basics/instant.ts';
import type { Contest } from '../election/contest.ts';

/** When the last of a contest's polls closes, in the night's time; null where it has no embargo. */
export function closingTime(contest: Contest): Instant | null {
  let last = contest.pollsClose;
  for (const unit of contest.units) {
    if (unit.pollsClose !== null && (last === null || unit.pollsClose > last)) {
      last = unit.pollsClose;
    }
  }
  return last;
}
