import { acceptReports } from './accept-reports.ts';
import type { Board, ContestState, ReportOutcome } from './board.ts';
import type { EntryOf, ReportsAccepted } from './entry.ts';
import { stateOf } from './state-of.ts';

export function applyReportsAccepted(board: Board, entry: EntryOf<'reports-accepted'>): void {
  const state = stateOf(board, entry);
  acceptReports(state, entry.body, entry);
  if (!state.tally.open) board.hidden.add(entry.seq);
  remember(board, state, entry.body, ({ version }) => ({
    outcome: 'accepted',
    seq: entry.seq,
    version,
  }));
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
