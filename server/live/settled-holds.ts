import { present } from '../../shared/basics/assert.ts';
import type { AccountId } from '../../shared/basics/ids.ts';
import type { Board, Hold } from '../../shared/night/board.ts';
import type { SettledHold, SettledHolds } from '../../shared/wire/desk-messages.ts';
import type { NameOf } from './desk-holds.ts';

/** As many as a night's log can use: who was away finds out, and a long night's list stays short. */
const MOST = 20;

/** What became of the reports of one account that were held, as that account is shown it. */
export async function settledHolds(
  board: Board,
  account: AccountId,
  nameOf: NameOf,
): Promise<SettledHolds> {
  const { seq } = board;
  const own = [...board.holds.values()].flatMap((hold) => settled(hold, account));
  const newest = own.toSorted((one, other) => one.seq - other.seq).slice(-MOST);
  const holds = newest.map(async (hold) => ({
    ...hold,
    by: { id: hold.by, name: await nameOf(hold.by) },
  }));
  return { seq, holds: await Promise.all(holds) };
}

type Nameless = Omit<SettledHold, 'by'> & { by: AccountId };

function settled(hold: Hold, account: AccountId): readonly Nameless[] {
  const { holdId, contest, state, end } = hold;
  if (hold.by !== account || state === 'pending' || end === null) return [];
  const { unit } = present(hold.reports[0], `report of hold ${holdId}`);
  const reports = hold.reports.map(({ reportId, method, version }) => ({
    reportId,
    method,
    version,
  }));
  const { by, seq, nightAt, note } = end;
  return [{ holdId, contest, unit, reports, state, seq, nightAt, by, reason: note }];
}
