import { present } from '../basics/assert.ts';
import type { UnitId } from '../basics/ids.ts';
import type { Board, ContestState, Hold } from './board.ts';

/** The reports of a unit that wait for a person, oldest first. */
export function pendingHolds(board: Board, state: ContestState, unit: UnitId): readonly Hold[] {
  const ids = state.pending.get(unit) ?? [];
  return ids.map((holdId) => present(board.holds.get(holdId), `hold ${holdId}`));
}
