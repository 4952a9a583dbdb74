import type { UnitId } from '../basics/ids.ts';
import type { Method } from '../election/method.ts';
import type { ContestState } from './board.ts';

/** The last version of a unit's method, also where it was superseded since; 0 before its first report. */
export function versionOf(state: ContestState, unit: UnitId, method: Method): number {
  return state.versions.get(unit)?.get(method) ?? 0;
}
