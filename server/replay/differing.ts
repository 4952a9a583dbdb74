import type { Counted, CountedCell, CountedUnit } from './sender.ts';
import type { ReportBody, Step } from './timeline.ts';

/** The last report of each method of each unit. */
export type LastReports = ReadonlyMap<string, ReadonlyMap<string, ReportBody>>;

/** What a contest's units have by these steps, if nobody else has reported. */
export function lastReports(steps: readonly Step[], contest: string): LastReports {
  const last = new Map<string, Map<string, ReportBody>>();
  for (const step of steps) {
    if (step.type !== 'reports') continue;
    for (const report of step.reports) {
      if (report.contest !== contest) continue;
      const unit = last.get(report.unit) ?? new Map<string, ReportBody>();
      last.set(report.unit, unit.set(report.method, report));
    }
  }
  return last;
}

/**
 * The reports that would make what is counted what it ought to be; none where it is. Their ids are
 * the same for the same count, and others once anything public has changed.
 */
export function differing({ seq, units }: Counted, last: LastReports): readonly ReportBody[] {
  const [some] = [...last.values()].flatMap((methods) => [...methods.values()]);
  if (some === undefined) return [];
  return units.flatMap((unit, at) => {
    const ofUnit = { ...some, reportId: `${some.reportId}+${at}` };
    return correctionsOf(unit, last.get(unit.unit) ?? new Map(), ofUnit).map((report) => ({
      ...report,
      reportId: `${report.reportId}~${seq}`,
    }));
  });
}

/** @param some any report of the contest, with an id for what the unit ought not to have */
function correctionsOf(
  { unit, methods }: CountedUnit,
  last: ReadonlyMap<string, ReportBody>,
  some: ReportBody,
): readonly ReportBody[] {
  const has = new Map(Object.entries(methods));
  const due = [...last.values()];
  const beside = [...has.keys()].filter((method) => !last.has(method));
  // A total where there ought to be parts, or the other way round: all of the unit takes its place.
  if (due.length > 0 && beside.some((method) => (method === 'total') !== last.has('total')))
    return due.map((report) => ({ ...report, supersedes: true }));
  const wrong = due.filter((report) => !isCounted(has.get(report.method), report));
  const nothing = beside.map((method): ReportBody => {
    const votes = Object.fromEntries(Object.keys(some.votes).map((choice) => [choice, 0]));
    const reportId = `${some.reportId}.${method}`;
    return { ...some, reportId, unit, method, votes, status: 'none' };
  });
  return [...wrong, ...nothing.filter((report) => !isCounted(has.get(report.method), report))];
}

function isCounted(cell: CountedCell | undefined, { votes, status }: ReportBody): boolean {
  if (cell?.status !== status) return false;
  const has = new Map(Object.entries(cell.votes));
  return Object.entries(votes).every(([choice, number]) => (has.get(choice) ?? 0) === number);
}
