import { present } from '../../shared/basics/assert.ts';
import type { AccountId } from '../../shared/basics/ids.ts';
import type { Board, Hold } from '../../shared/night/board.ts';
import type { DeskHold, DeskHolds } from '../../shared/wire/desk-messages.ts';

/** The name of an account; null for one that is not on file. */
export type NameOf = (account: AccountId) => Promise<string | null>;

/** Everything that waits for a person, oldest first, as the desk is shown it. */
export async function deskHolds(board: Board, nameOf: NameOf): Promise<DeskHolds> {
  const { seq } = board;
  const pending = [...board.holds.values()].filter((hold) => hold.state === 'pending');
  // Read before the first wait: the board moves on meanwhile.
  const nameless = pending.map((hold) => namelessHold(board, hold));
  const holds = nameless.map(async (hold) => ({
    ...hold,
    by: { id: hold.by, name: await nameOf(hold.by) },
  }));
  return { seq, holds: await Promise.all(holds) };
}

function namelessHold(board: Board, hold: Hold): Omit<DeskHold, 'by'> & { by: AccountId } {
  const { holdId, contest, by, seq, at, nightAt, checks, removed, replaces } = hold;
  const { unit } = present(hold.reports[0], `report of hold ${holdId}`);
  const cells = board.contests.get(contest)?.cells.get(unit);
  const reports = hold.reports.map(({ fingerprint: _fingerprint, ...report }) => report);
  const before = Object.fromEntries(cells ?? []);
  const place = { holdId, contest, unit, seq, at, nightAt };
  return { ...place, by, checks, reports, removed, replaces, before };
}
