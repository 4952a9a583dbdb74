import { present } from '../basics/assert.ts';
import type { Count } from '../count/cell.ts';
import type { Check } from '../count/check.ts';
import { checkUnit } from '../count/check-unit.ts';
import { contestIndex } from '../count/contest-index.ts';
import type { Method } from '../election/method.ts';
import type { ContestState } from './board.ts';
import type { ReportsAccepted } from './entry.ts';

/**
 * What is wrong with reports of one unit if they took effect now; empty where nothing is. A `drop` is
 * among them whoever sends it, a locked contest is not.
 *
 * @param accepted with at least one report
 */
export function checksOf(
  state: ContestState,
  { reports, removed }: ReportsAccepted,
): readonly Check[] {
  const first = present(reports[0], 'report');
  const unit = present(contestIndex(state.contest).units.get(first.unit), `unit ${first.unit}`);
  const before = new Map<Method, Count>(state.cells.get(unit.id));
  const after = new Map(before);
  for (const method of removed) after.delete(method);
  for (const report of reports) after.set(report.method, report.count);
  return checkUnit(state.contest, unit, before, after);
}
