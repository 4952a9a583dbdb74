import { precinctStatus } from '../../shared/count/completeness.ts';
import { contestIndex } from '../../shared/count/contest-index.ts';
import type { ReportStatus } from '../../shared/count/report.ts';
import type { Contest } from '../../shared/election/contest.ts';
import { cellsOf, type ListedUnit } from './listed-unit.ts';

/** Whether a unit is in, by the methods that make it "reporting". */
export function unitStatus(contest: Contest, listed: ListedUnit): ReportStatus {
  const unit = contestIndex(contest).units.get(listed.unit);
  return unit === undefined ? 'none' : precinctStatus(contest, unit, cellsOf(listed));
}
