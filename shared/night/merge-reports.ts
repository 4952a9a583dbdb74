import { ok, type Result } from '../basics/result.ts';
import type { Cell, Count, UnitCells } from '../count/cell.ts';
import { correctionKinds } from '../count/correction-kinds.ts';
import { mergeReport } from '../count/merge-report.ts';
import type { Report } from '../count/report.ts';
import { sameCount } from '../count/same-count.ts';
import type { Method } from '../election/method.ts';
import type { ContestState } from './board.ts';
import { clashingMethods } from './clashing-methods.ts';
import type { AcceptedReport } from './entry.ts';
import { fingerprintOf } from './fingerprint-of.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';
import { versionOf } from './version-of.ts';

/** Reports of one unit, merged with what it has. */
export interface MergedReports {
  readonly changed: readonly AcceptedReport[];
  /** What the changed ones take the place of. */
  readonly removed: readonly Method[];
  /** Those that change nothing, with the cell that says the same. */
  readonly unchanged: ReadonlyMap<string, Cell>;
}

/** Merges reports of one unit, whose ids and numbers are sound; refuses what does not fit what is there. */
export function mergeReports(
  state: ContestState,
  reports: readonly [Report, ...Report[]],
): Result<MergedReports, Refusal> {
  const cells = state.cells.get(reports[0].unit);
  const methods = reports.map((report) => report.method);
  const removed = clashingMethods(state.contest, cells, methods);
  const misfit =
    clash(state, reports, methods, removed) ??
    firstOf(reports, (report) => outdated(state, report));
  if (misfit !== null) return misfit;

  const changed: AcceptedReport[] = [];
  const unchanged = new Map<string, Cell>();
  for (const report of reports) {
    const before = cells?.get(report.method);
    const count = mergeReport(state.contest, before ?? null, report);
    if (before !== undefined && sameCount(before, count)) unchanged.set(report.reportId, before);
    else {
      const correction = removed.length > 0 || isCorrection(report.method, before, count);
      changed.push(acceptedReport(state, report, count, correction));
    }
  }
  const unreasoned = changed.find((report) => report.correction && report.reason === null);
  return unreasoned === undefined
    ? ok({ changed, removed, unchanged })
    : reasonNeeded(cells, unreasoned, removed);
}

function acceptedReport(
  state: ContestState,
  report: Report,
  count: Count,
  correction: boolean,
): AcceptedReport {
  const { reportId, unit, method, source, sourceAt } = report;
  const version = versionOf(state, unit, method) + 1;
  const reason = report.reason === null || report.reason.trim() === '' ? null : report.reason;
  const fingerprint = fingerprintOf(report);
  return {
    reportId,
    unit,
    method,
    count,
    version,
    source,
    sourceAt,
    correction,
    reason,
    fingerprint,
  };
}

function isCorrection(method: Method, before: Count | undefined, after: Count): boolean {
  if (before === undefined) return false;
  return correctionKinds(new Map([[method, before]]), new Map([[method, after]])).length > 0;
}

function clash(
  state: ContestState,
  reports: readonly Report[],
  methods: readonly Method[],
  removed: readonly Method[],
): Result<never, Refusal> | null {
  const parts = methods.filter((method) => method !== 'total');
  const among = new Map(parts.map((method) => [method, null]));
  if (methods.includes('total') && clashingMethods(state.contest, among, ['total']).length > 0) {
    return refuse('total-and-parts', 'a total and its parts never stand side by side', 'method');
  }
  if (removed.length === 0 || reports.every((report) => report.supersedes)) return null;
  const message = `the unit has ${removed.join(', ')}: what takes its place says "supersedes"`;
  return refuse('total-and-parts', message, 'method');
}

function outdated(state: ContestState, report: Report): Result<never, Refusal> | null {
  const version = versionOf(state, report.unit, report.method);
  if (report.basedOn === null || report.basedOn === version) return null;
  const message = `based on version ${report.basedOn}, but the unit has version ${version}`;
  return refuse('conflict', message, 'basedOn');
}

function reasonNeeded(
  cells: UnitCells | undefined,
  report: AcceptedReport,
  removed: readonly Method[],
): Result<never, Refusal> {
  const before = cells?.get(report.method);
  const change =
    removed.length > 0
      ? `takes the place of ${removed.join(', ')}`
      : before?.status === 'complete'
        ? 'changes what was complete'
        : 'lowers a number';
  return refuse('reason-needed', `a report that ${change} needs a reason`, 'reason');
}

function firstOf<Item, Found>(
  items: readonly Item[],
  find: (item: Item) => Found | null,
): Found | null {
  for (const item of items) {
    const found = find(item);
    if (found !== null) return found;
  }
  return null;
}
