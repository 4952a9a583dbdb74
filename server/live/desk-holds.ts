import { present } from '../../shared/basics/assert.ts';
import type { AccountId } from '../../shared/basics/ids.ts';
import type { Count } from '../../shared/count/cell.ts';
import type { Board, Hold } from '../../shared/night/board.ts';
import type { AcceptedReport } from '../../shared/night/entry.ts';
import type { DeskHold, DeskHolds, HeldReport } from '../../shared/wire/desk-messages.ts';

/** Everything that waits for a person, oldest first, as the desk is shown it. */
export async function deskHolds(
  board: Board,
  nameOf: (account: AccountId) => Promise<string>,
): Promise<DeskHolds> {
  const { seq } = board;
  const pending = [...board.holds.values()].filter((hold) => hold.state === 'pending');
  // Read before the first wait: the board moves on meanwhile.
  const holds = pending.map((hold) => ({
    hold,
    reports: hold.reports.map(heldReport(board, hold)),
  }));
  const shown = await Promise.all(
    holds.map(async ({ hold, reports }) => ({
      ...deskHold(hold, reports),
      by: await nameOf(hold.by),
    })),
  );
  return { seq, holds: shown };
}

function deskHold(hold: Hold, reports: readonly HeldReport[]): Omit<DeskHold, 'by'> {
  const { holdId, contest, seq, at, nightAt, checks, removed } = hold;
  const unit = present(hold.reports[0], `report of hold ${holdId}`).unit;
  return { holdId, contest, unit, seq, at, nightAt, checks, removed, reports };
}

function heldReport(board: Board, { contest }: Hold): (report: AcceptedReport) => HeldReport {
  const cells = board.contests.get(contest)?.cells;
  return ({ reportId, unit, method, count, source, reason }) => {
    const now: Count | null = cells?.get(unit)?.get(method) ?? null;
    return { reportId, method, count, now, source, reason };
  };
}
