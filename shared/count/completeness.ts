import type { Contest, Unit } from '../election/contest.ts';
import type { Method } from '../election/method.ts';
import type { Count } from './cell.ts';
import { contestIndex } from './contest-index.ts';
import type { ReportStatus } from './report.ts';

type Counts = ReadonlyMap<Method, Count>;

/** Whether a unit's method is complete: by itself, or by a complete total, but a late one never by that. */
export function isMethodComplete(contest: Contest, counts: Counts, method: Method): boolean {
  if (counts.get(method)?.status === 'complete') return true;
  return counts.get('total')?.status === 'complete' && !contestIndex(contest).late.has(method);
}

/** The unit's own methods, late ones apart, that are not complete; none: the unit is complete. */
export function missingMethods(contest: Contest, unit: Unit, counts: Counts): readonly Method[] {
  return promptMethods(contest, unit).filter((m) => !isMethodComplete(contest, counts, m));
}

/** The unit's own methods, late ones apart; `total` is not waited for where its parts are. */
export function promptMethods(contest: Contest, unit: Unit): readonly Method[] {
  const { late } = contestIndex(contest);
  const prompt = unit.methods.filter((method) => !late.has(method));
  const parts = prompt.filter((method) => method !== 'total');
  return parts.length > 0 ? parts : prompt;
}

/**
 * A precinct's status by the methods that make it "reporting", of those it has; by all of its own
 * where it has none of them.
 */
export function precinctStatus(contest: Contest, unit: Unit, counts: Counts): ReportStatus {
  const methods = reportingMethods(contest, unit);
  if (methods.every((method) => isMethodComplete(contest, counts, method))) return 'complete';
  const begun = [...methods, 'total' as const].some(
    (method) => (counts.get(method)?.status ?? 'none') !== 'none',
  );
  return begun ? 'partial' : 'none';
}

function reportingMethods(contest: Contest, unit: Unit): readonly Method[] {
  const own = unit.methods.filter((method) => contest.reportingBy.includes(method));
  if (own.length > 0) return own;
  const prompt = promptMethods(contest, unit);
  return prompt.length > 0 ? prompt : unit.methods;
}
