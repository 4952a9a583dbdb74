import type { Result } from '../basics/result.ts';
import type { Report } from '../count/report.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

/** Reports that stand or fall together: superseding ones of one unit, each of another method. */
export function groupMistake(reports: readonly Report[]): Result<never, Refusal> | null {
  const [first, ...others] = reports;
  if (first === undefined) return refuse('invalid', 'there is no report', 'reports');
  if (others.length === 0) return null;
  if (others.some(({ contest, unit }) => contest !== first.contest || unit !== first.unit)) {
    return refuse('invalid', 'reports that stand or fall together are of one unit', 'unit');
  }
  if (!reports.every((report) => report.supersedes)) {
    return refuse('invalid', 'only superseding reports stand or fall together', 'supersedes');
  }
  if (new Set(reports.map((report) => report.method)).size < reports.length) {
    return refuse('invalid', 'a unit has two reports of one method here', 'method');
  }
  if (new Set(reports.map((report) => report.reportId)).size < reports.length) {
    return refuse('id-reused', 'two reports have the same id', 'reportId');
  }
  return null;
}
