import type { Known } from './known.ts';
import { reportingOf } from './reporting-of.ts';
import type { SentenceArgs } from './standing.ts';

/** How much is left, by what says most: the estimate, the precincts, late ballots. */
export function leftArgs({ definition, tally, outstanding }: Known): SentenceArgs {
  const { bound, expected, expectedTotal } = outstanding;
  if (bound === 0) return { left: 'left.none' };
  if (expected !== null && expectedTotal !== null && expected > 0)
    return { left: 'left.estimate', out: expected, expectedTotal };
  const { units, complete } = reportingOf(tally.units);
  if (complete < units) return { left: 'left.precincts', open: units - complete, precincts: units };
  const isLate = tally.out.incomplete === 0 && definition.contest.late.length > 0;
  return { left: isLate ? 'left.late' : 'left.unknown' };
}
