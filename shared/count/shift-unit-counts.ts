import type { ReportStatus } from './report.ts';
import type { UnitCounts } from './tally.ts';

/** One precinct of those counted has another status; the very same object where it has not. */
export function shiftUnitCounts(
  counts: UnitCounts,
  was: ReportStatus,
  is: ReportStatus,
): UnitCounts {
  return was === is ? counts : { ...counts, [was]: counts[was] - 1, [is]: counts[is] + 1 };
}
