import { contestIndex } from '../count/contest-index.ts';
import type { Report } from '../count/report.ts';
import type { Contest } from '../election/contest.ts';
import { numberMistake } from './number-mistake.ts';
import type { Refusal } from './refusal.ts';

/** What no contest like this one can have reported; null where the report can be looked at further. */
export function reportMistake(contest: Contest, report: Report): Refusal | null {
  const unit = contestIndex(contest).units.get(report.unit);
  if (unit === undefined) {
    const message = `${contest.id} has no unit ${report.unit}`;
    return { code: 'unknown-unit', message, path: 'unit' };
  }
  if (report.method !== 'total' && !unit.methods.includes(report.method)) {
    const message = `${unit.id} reports ${unit.methods.join(', ')} or total, not ${report.method}`;
    return { code: 'unknown-method', message, path: 'method' };
  }
  return (
    votesMistake(contest, report) ??
    optionalMistake(report.ballotsCast, 'ballotsCast') ??
    optionalMistake(report.overvotes, 'overvotes') ??
    optionalMistake(report.undervotes, 'undervotes')
  );
}

function votesMistake(contest: Contest, report: Report): Refusal | null {
  for (const [choice, votes] of report.votes) {
    const path = `votes.${choice}`;
    if (!contestIndex(contest).choices.has(choice)) {
      return { code: 'unknown-choice', message: `${contest.id} has no choice ${choice}`, path };
    }
    const mistake = numberMistake(votes, path);
    if (mistake !== null) return mistake;
  }
  return null;
}

function optionalMistake(value: number | null, path: string): Refusal | null {
  return value === null ? null : numberMistake(value, path);
}
