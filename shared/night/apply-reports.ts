import { acceptReports, unitOf } from './accept-reports.ts';
import type { Board, ContestState } from './board.ts';
import type { EntryOf, ReportsAccepted } from './entry.ts';
import { isPublic } from './public-units.ts';
import type { ReportOutcome } from './report-outcome.ts';
import { stateOf } from './state-of.ts';

export function applyReportsAccepted(board: Board, entry: EntryOf<'reports-accepted'>): void {
  const state = stateOf(board, entry);
  acceptReports(state, entry.body, entry);
  if (!isPublic(state, unitOf(entry.body))) board.hidden.add(entry.seq);
  remember(board, state, entry.body, ({ version }) => ({
    outcome: 'accepted',
    seq: entry.seq,
    version,
  }));
}

/** Remembers the answers and moves nothing: what was sent may be what is held, so it stays hidden. */
export function applyReportsNoted(board: Board, entry: EntryOf<'reports-noted'>): void {
  board.hidden.add(entry.seq);
  for (const { reportId, fingerprint, answer } of entry.body.reports) {
    board.reportIds.set(reportId, { fingerprint, election: entry.election, answer });
  }
}

/** Keeps the first answer to each report, to be given again. */
export function remember(
  board: Board,
  state: ContestState,
  { reports }: Pick<ReportsAccepted, 'reports'>,
  answerTo: (report: ReportsAccepted['reports'][number]) => ReportOutcome,
): void {
  for (const report of reports) {
    board.reportIds.set(report.reportId, {
      fingerprint: report.fingerprint,
      election: state.election,
      answer: answerTo(report),
    });
  }
}
