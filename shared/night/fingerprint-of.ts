import type { Report } from '../count/report.ts';

/** What a report says, apart from its id, as one text: by it a resend is told from another report. */
export function fingerprintOf(report: Report): string {
  return JSON.stringify([
    report.contest,
    report.unit,
    report.method,
    [...report.votes].sort(([one], [other]) => (one < other ? -1 : 1)),
    report.ballotsCast,
    report.overvotes,
    report.undervotes,
    report.status,
    report.basedOn,
    report.source,
    report.sourceAt,
    report.supersedes,
    report.reason,
  ]);
}
