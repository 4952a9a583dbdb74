import type { ElectionId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Board } from './board.ts';
import type { EntryPlace } from './entry.ts';
import { LIVE_CLOCK, nightTime } from './night-time.ts';

/**
 * Where the next entry stands. Its `at` is `now`, or the last entry's where the server's clock stepped
 * back: time in the record never does.
 *
 * @param election of the entry; one that is not loaded yet keeps the server's time
 */
export function nextPlace(board: Board, election: ElectionId, now: Instant): EntryPlace {
  const at = board.at !== null && board.at > now ? board.at : now;
  const clock = board.elections.get(election)?.clock ?? LIVE_CLOCK;
  return { seq: board.seq + 1, at, nightAt: nightTime(clock, at) };
}
