import type { ChoiceId, UnitId } from '../basics/ids.ts';
import type { Count } from '../count/cell.ts';
import type { Method } from '../election/method.ts';
import { unitOf } from './accept-reports.ts';
import type { Board, ContestState } from './board.ts';
import { pendingHolds } from './pending-holds.ts';

/** What of a contest has been reported, also where it is held. */
export interface Votes {
  /** Choices with a vote. */
  readonly choices: ReadonlySet<ChoiceId>;
  /** Units with a report, and its methods; `total` is no method of a unit's own. */
  readonly units: ReadonlyMap<UnitId, readonly Method[]>;
}

export function votedOf(board: Board, state: ContestState): Votes {
  const units = new Map<UnitId, readonly Method[]>();
  const choices = new Set<ChoiceId>();
  const add = (unit: UnitId, counts: Iterable<readonly [Method, Count]>) => {
    for (const [method, { votes }] of counts) {
      const own = method === 'total' ? [] : [method];
      units.set(unit, [...(units.get(unit) ?? []), ...own]);
      for (const { id } of state.contest.choices) if (votes[id]) choices.add(id);
    }
  };
  for (const [unit, cells] of state.cells) add(unit, cells);
  for (const unit of state.pending.keys()) {
    for (const hold of pendingHolds(board, state, unit)) {
      add(
        unitOf(hold),
        hold.reports.map(({ method, count }) => [method, count] as const),
      );
    }
  }
  return { choices, units };
}
