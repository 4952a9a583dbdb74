import { present } from '../basics/assert.ts';
import type { UnitId } from '../basics/ids.ts';
import type { UnitCells } from '../count/cell.ts';
import { correctionChanges } from '../count/correction-changes.ts';
import type { PublicCorrection } from '../count/tally.ts';
import type { Contest } from '../election/contest.ts';
import type { ContestState } from './board.ts';
import type { EntryPlace, ReportsAccepted } from './entry.ts';

const NONE: UnitCells = new Map();

/** What readers are shown of a correction that `state` has counted already; superseding ones name no method. */
export function publicCorrection(
  state: ContestState,
  accepted: ReportsAccepted,
  before: UnitCells | null,
  place: EntryPlace,
): PublicCorrection {
  const first = present(accepted.reports[0], 'report in the entry');
  const isOne = accepted.reports.length === 1 && accepted.removed.length === 0;
  return {
    seq: place.seq,
    nightAt: place.nightAt,
    unit: first.unit,
    unitName: unitName(state.contest, first.unit),
    method: isOne ? first.method : null,
    changes: correctionChanges(state.contest, before ?? NONE, state.cells.get(first.unit) ?? NONE),
    reason: accepted.reports.find((report) => report.reason !== null)?.reason ?? '',
  };
}

/** RW12, Fulton. */
function unitName({ units }: Contest, id: UnitId): string {
  const { name, parent } = present(
    units.find((unit) => unit.id === id),
    `unit ${id}`,
  );
  return parent === null ? name : `${name}, ${parent}`;
}
