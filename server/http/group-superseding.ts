import type { Report } from '../../shared/count/report.ts';

/**
 * The reports of one request as they are to be given: each by itself, but those that supersede in one
 * unit of one contest together, at the place of the first, so that there is no dip in between.
 */
export function groupSuperseding(reports: readonly Report[]): readonly (readonly Report[])[] {
  const groups: Report[][] = [];
  const superseding = new Map<string, Report[]>();
  for (const report of reports) {
    const unit = `${report.contest} ${report.unit}`;
    const group = report.supersedes ? superseding.get(unit) : undefined;
    if (group) {
      group.push(report);
      continue;
    }
    const alone = [report];
    groups.push(alone);
    if (report.supersedes) superseding.set(unit, alone);
  }
  return groups;
}
