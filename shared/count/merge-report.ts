import type { Contest } from '../election/contest.ts';
import type { Count } from './cell.ts';
import type { Report } from './report.ts';
import { votesFor } from './votes-for.ts';

/**
 * A report on top of what its unit and method have (null: nothing yet). What it leaves out keeps
 * what it had, votes of a choice at first 0; the status is the report's own. The report's choices
 * are known to be the contest's.
 */
export function mergeReport(contest: Contest, before: Count | null, report: Report): Count {
  return {
    votes: Object.fromEntries(
      contest.choices.map(({ id }) => [
        id,
        report.votes.get(id) ?? (before ? votesFor(before, id) : 0),
      ]),
    ),
    ballotsCast: report.ballotsCast ?? before?.ballotsCast ?? null,
    overvotes: report.overvotes ?? before?.overvotes ?? null,
    undervotes: report.undervotes ?? before?.undervotes ?? null,
    status: report.status,
  };
}
