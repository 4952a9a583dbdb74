import type { Board, ContestState, Hold } from './board.ts';
import type { AcceptedReport } from './entry.ts';
import { pendingHolds } from './pending-holds.ts';

/**
 * The pending holds whose place newer content takes: those of the same unit all of whose methods the
 * newer reports have too. A hold with more than they have stays, or what it alone says would be lost.
 */
export function replacedBy(
  board: Board,
  state: ContestState,
  reports: readonly Pick<AcceptedReport, 'unit' | 'method'>[],
): readonly Hold[] {
  const unit = reports[0]?.unit;
  if (unit === undefined) return [];
  const methods = new Set(reports.map((report) => report.method));
  return pendingHolds(board, state, unit).filter((hold) =>
    hold.reports.every((held) => methods.has(held.method)),
  );
}
