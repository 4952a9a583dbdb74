import { mergeReport } from '../../shared/count/merge-report.ts';
import type { Contest } from '../../shared/election/contest.ts';
import { cellsOf, type ListedUnit } from './listed-unit.ts';
import type { Answered } from './outbox.ts';
import { reportOf, settledReply } from './report-body.ts';

/**
 * A unit as the server answered that it is now, where the list that came before does not know of it
 * yet: whoever has published sees their own numbers at once.
 * @param listSeq of the list: what it says of anything up to there is the truth
 * @param answered newest first
 */
export function withAnswers(
  contest: Contest,
  unit: ListedUnit,
  listSeq: number,
  answered: readonly Answered[],
): ListedUnit {
  let now = unit;
  for (const { report, reply } of answered.toReversed()) {
    const settled = settledReply(reply);
    const isOwn = report.contest === contest.id && report.unit === unit.unit;
    const cell = cellsOf(now).get(report.method);
    if (!isOwn || settled.outcome !== 'accepted' || settled.seq <= listSeq) continue;
    const count = mergeReport(contest, cell ?? null, reportOf(report));
    const methods = { ...now.methods, [report.method]: { ...count, version: settled.version } };
    now = { ...now, methods };
  }
  return now;
}
