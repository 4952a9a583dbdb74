import type { Instant } from '../../shared/basics/instant.ts';
import { msOf } from '../../shared/basics/instant.ts';
import { parseDefinition } from '../election/parse-definition.ts';
import type { Night } from './night.ts';
import type { ReportBody, Step } from './timeline.ts';

/**
 * A night's steps, whose reports name every choice, with the reason that a correction takes: so nothing
 * that somebody keys at the desk meanwhile shines through, or keeps the night's own numbers out.
 */
export function wholeSteps({ definition, timeline }: Night): readonly Step[] {
  const read = parseDefinition(definition);
  // What is wrong with it is told by the server it is loaded into.
  if (!read.ok) return timeline.steps;
  const { contests, timeZone } = read.value;
  const nobody = new Map<string, Record<string, number>>(
    contests.map(({ id, choices }) => [id, Object.fromEntries(choices.map((c) => [c.id, 0]))]),
  );
  const soFar = new Map<string, ReportBody['votes']>();
  return timeline.steps.map((step) => {
    if (step.type !== 'reports') return step;
    const reports = step.reports.map((report) => {
      const cell = `${report.contest} ${report.unit} ${report.method}`;
      const votes = { ...nobody.get(report.contest), ...soFar.get(cell), ...report.votes };
      soFar.set(cell, votes);
      return { ...report, votes, reason: reasonOf(report, timeZone) };
    });
    return { ...step, reports };
  });
}

function reasonOf({ source, sourceAt }: ReportBody, timeZone: string): string {
  const by = source === null ? '' : ` (${source})`;
  return `as reported at ${clockText(sourceAt, timeZone)}${by}`;
}

/** `12:01 am`, as the English pages write it. */
function clockText(at: Instant, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeStyle: 'short' });
  return format.format(msOf(at)).replace(/\s/u, ' ').toLowerCase();
}
