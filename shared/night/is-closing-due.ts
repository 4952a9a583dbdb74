import type { Instant } from '../basics/instant.ts';
import type { Board, ContestState } from './board.ts';
import { isRecorded } from './is-replayed.ts';
import { nextClosing } from './public-units.ts';

/**
 * Whether the time has come for a contest's next polls to close. A recorded night waits until its clock
 * is set: by the server's own it was over long ago.
 *
 * @param nightAt what the election's clock shows
 */
export function isClosingDue(board: Board, state: ContestState, nightAt: Instant): boolean {
  const known = board.elections.get(state.election);
  if (known !== undefined && known.clock.at === null && isRecorded(known.election)) return false;
  const pollsClose = nextClosing(state);
  return pollsClose !== null && nightAt >= pollsClose;
}
