import { present } from '../basics/assert.ts';
import { sum } from '../basics/sum.ts';
import { withCommas } from '../basics/with-commas.ts';
import type { Count } from '../count/cell.ts';
import type { Check } from '../count/check.ts';
import { checkUnit, METHOD_WORDS } from '../count/check-unit.ts';
import { contestIndex } from '../count/contest-index.ts';
import { votesFor } from '../count/votes-for.ts';
import type { Unit } from '../election/contest.ts';
import type { Method } from '../election/method.ts';
import type { ContestState } from './board.ts';
import type { AcceptedReport, ReportsAccepted } from './entry.ts';
import { twinOf } from './twin-of.ts';

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
  return [...checkUnit(state.contest, unit, before, after), ...duplicateOf(state, unit, reports)];
}

/** Only votes that this change reports: the others have passed. */
function duplicateOf(
  { contest, cells }: ContestState,
  unit: Unit,
  reports: readonly AcceptedReport[],
): readonly Check[] {
  const before = cells.get(unit.id);
  return reports.flatMap(({ method, count }) => {
    const was = before?.get(method);
    const isNew = contest.choices.some(
      ({ id }) => was === undefined || votesFor(was, id) !== votesFor(count, id),
    );
    const twin = isNew ? twinOf(cells, unit.id, method, count) : null;
    if (twin === null) return [];
    const other = contestIndex(contest).units.get(twin)?.name ?? twin;
    const message =
      `Every count of ${unit.name} (${METHOD_WORDS[method]}) is that of ${other}: ` +
      `${withCommas(sum(Object.values(count.votes)))} votes.`;
    return [{ code: 'duplicate-of', message }];
  });
}
