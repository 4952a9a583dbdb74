import { present } from '../basics/assert.ts';
import type { HoldId } from '../basics/ids.ts';
import { ok, type Result } from '../basics/result.ts';
import type { Check } from '../count/check.ts';
import type { Report } from '../count/report.ts';
import { sameCount } from '../count/same-count.ts';
import { about } from './about.ts';
import type { Actor } from './actor.ts';
import type { Board, ContestState, Hold } from './board.ts';
import { checksOf } from './checks-of.ts';
import type { CommandOf } from './command.ts';
import { isOutdated } from './decide-holds.ts';
import type { Decision, ReportAnswer } from './decision.ts';
import { draftOf } from './draft-of.ts';
import type { EntryDraft, EntryEvent } from './entry.ts';
import { fingerprintOf } from './fingerprint-of.ts';
import { groupMistake } from './group-mistake.ts';
import { type MergedReports, mergeReports } from './merge-reports.ts';
import { pendingHolds } from './pending-holds.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';
import { replacedBy } from './replaced-by.ts';
import { reportMistake } from './report-mistake.ts';
import type { ReportOutcome } from './report-outcome.ts';

/** Reports that came before get their first answer; the others are merged, checked, accepted or held. */
export function decideReports(
  board: Board,
  { reports, by }: CommandOf<'report'>,
): Result<Decision, Refusal> {
  const misfit = groupMistake(reports) ?? reusedId(board, reports);
  if (misfit !== null) return misfit;
  const [first, ...others] = reports.filter((report) => !board.reportIds.has(report.reportId));
  if (first === undefined) return ok(answering(board, reports, [], () => null));

  const state = board.contests.get(first.contest);
  if (state === undefined) {
    return refuse('unknown-contest', `there is no contest ${first.contest}`, 'contest');
  }
  for (const report of [first, ...others]) {
    const mistake = reportMistake(state.contest, report);
    if (mistake !== null) return refuse(mistake.code, mistake.message, mistake.path);
  }
  const merged = mergeReports(state, [first, ...others]);
  return merged.ok ? ok(decideMerged(board, state, reports, merged.value, by)) : merged;
}

function reusedId(board: Board, reports: readonly Report[]): Result<never, Refusal> | null {
  const reused = reports.find((report) => {
    const known = board.reportIds.get(report.reportId);
    return known !== undefined && known.fingerprint !== fingerprintOf(report);
  });
  if (reused === undefined) return null;
  const message = `report ${reused.reportId} was sent before with other content`;
  return refuse('id-reused', message, 'reportId');
}

function decideMerged(
  board: Board,
  state: ContestState,
  reports: readonly Report[],
  merged: MergedReports,
  by: Actor,
): Decision {
  const { changed, removed, unchanged } = merged;
  const checks = changed.length === 0 ? [] : checksFor(state, merged, by);
  const twin = checks.length === 0 ? undefined : sameHold(board, state, merged);
  const holdId = twin?.holdId ?? (`hold-${board.seq + 1}` as HoldId); // of the entry that holds it
  const outcomeOf = (reportId: string): ReportOutcome => {
    const cell = unchanged.get(reportId);
    if (cell !== undefined) return { outcome: 'accepted', seq: cell.seq, version: cell.version };
    if (checks.length > 0) return { outcome: 'held', holdId, checks: twin?.checks ?? checks };
    const report = changed.find((accepted) => accepted.reportId === reportId);
    const { version } = present(report, `report ${reportId}`);
    return { outcome: 'accepted', seq: board.seq + 1, version };
  };
  const noted = (those: readonly Report[]): readonly EntryDraft[] =>
    those.length === 0 ? [] : [draftOf(about(state), by, notedEvent(those, outcomeOf))];
  const fresh = reports.filter(({ reportId }) => !board.reportIds.has(reportId));
  if (changed.length === 0 || twin !== undefined) {
    return answering(board, reports, noted(fresh), outcomeOf);
  }

  const body = { reports: changed, removed };
  const replaces = replacedBy(board, state, changed).map((hold) => hold.holdId);
  const entry =
    checks.length === 0
      ? draftOf(about(state), by, { kind: 'reports-accepted', body })
      : draftOf(about(state), by, {
          kind: 'report-held',
          body: { holdId, ...body, checks, replaces },
        });
  const same = fresh.filter(({ reportId }) => unchanged.has(reportId));
  return answering(board, reports, [entry, ...noted(same)], outcomeOf);
}

/** Their ids are remembered though nothing changes: one that comes again later must not undo what came between. */
function notedEvent(
  reports: readonly Report[],
  outcomeOf: (reportId: string) => ReportOutcome,
): EntryEvent {
  const notes = reports.map((report) => ({
    reportId: report.reportId,
    fingerprint: fingerprintOf(report),
    answer: outcomeOf(report.reportId),
  }));
  return { kind: 'reports-noted', body: { reports: notes } };
}

/** Only a drop is a matter of who sends it: the others hold an editor's report too. */
function checksFor(
  state: ContestState,
  { changed, removed }: MergedReports,
  by: Actor,
): readonly Check[] {
  const checks = checksOf(state, { reports: changed, removed }).filter(
    (check) => check.code !== 'drop' || by.role === 'entry',
  );
  const locked: Check = { code: 'locked', message: 'the contest is locked: what comes is held' };
  return state.tally.locked ? [...checks, locked] : checks;
}

/** The hold that says the same already: feeds repeat themselves. An outdated one can never be released. */
function sameHold(board: Board, state: ContestState, merged: MergedReports): Hold | undefined {
  const first = present(merged.changed[0], 'changed report');
  return pendingHolds(board, state, first.unit).find(
    (hold) =>
      !isOutdated(state, hold) &&
      hold.reports.length === merged.changed.length &&
      hold.removed.join() === merged.removed.join() &&
      hold.reports.every((held) =>
        merged.changed.some(
          (report) => report.method === held.method && sameCount(report.count, held.count),
        ),
      ),
  );
}

function answering(
  board: Board,
  reports: readonly Report[],
  entries: readonly EntryDraft[],
  outcomeOf: (reportId: string) => ReportOutcome | null,
): Decision {
  const outcomes = reports.map(({ reportId }): ReportAnswer => {
    const known = board.reportIds.get(reportId);
    if (known !== undefined) return { reportId, outcome: 'duplicate', first: known.answer };
    return { reportId, ...present(outcomeOf(reportId), `outcome of ${reportId}`) };
  });
  return { entries, answer: { type: 'report', outcomes } };
}
