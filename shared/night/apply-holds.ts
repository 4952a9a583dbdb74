import { present } from '../basics/assert.ts';
import type { HoldId, UnitId } from '../basics/ids.ts';
import { acceptReports, unitOf } from './accept-reports.ts';
import { remember } from './apply-reports.ts';
import type { Board, ContestState, Hold } from './board.ts';
import { changePublic } from './change-public.ts';
import type { Entry, EntryOf, EntryPlace, ReportHeld } from './entry.ts';
import { isPublic } from './public-units.ts';
import { replacedBy } from './replaced-by.ts';
import { stateOf } from './state-of.ts';

export function applyReportHeld(board: Board, entry: EntryOf<'report-held'>): void {
  const state = stateOf(board, entry);
  const { body, seq, at, nightAt, secret } = entry;
  board.hidden.add(seq);
  for (const hold of replacedBy(board, state, body.reports)) {
    settle(board, state, hold, 'replaced', entry);
  }
  const contest = state.contest.id;
  board.holds.set(body.holdId, {
    ...body,
    replaces: replacedIn(body),
    contest,
    by: secret.by,
    seq,
    at,
    nightAt,
    state: 'pending',
    end: null,
  });
  const unit = unitOf(body);
  state.pending.set(unit, [...(state.pending.get(unit) ?? []), body.holdId]);
  countHolds(state, unit, 1, entry);
  remember(board, state, body, () => ({
    outcome: 'held',
    holdId: body.holdId,
    checks: body.checks,
  }));
}

function replacedIn({ replaces }: ReportHeld): readonly HoldId[] {
  if (replaces === null) return [];
  return typeof replaces === 'string' ? [replaces] : replaces;
}

export function applyHoldReleased(board: Board, entry: EntryOf<'hold-released'>): void {
  const state = stateOf(board, entry);
  const hold = holdOf(board, entry.body.holdId);
  settle(board, state, hold, 'released', entry);
  acceptReports(state, entry.body, entry);
  const unit = unitOf(hold);
  if (isPublic(state, unit)) {
    board.hidden.delete(hold.seq);
  } else {
    board.hidden.add(entry.seq);
    state.embargoed.set(hold.seq, unit);
  }
}

export function applyHoldRejected(board: Board, entry: EntryOf<'hold-rejected'>): void {
  settle(board, stateOf(board, entry), holdOf(board, entry.body.holdId), 'rejected', entry);
}

function holdOf(board: Board, holdId: HoldId): Hold {
  return present(board.holds.get(holdId), `hold ${holdId}`);
}

function settle(
  board: Board,
  state: ContestState,
  hold: Hold,
  settled: Exclude<Hold['state'], 'pending'>,
  entry: EntryPlace & Pick<Entry, 'secret'>,
): void {
  const { seq, nightAt, secret } = entry;
  const end = { by: secret.by, seq, nightAt, note: secret.note };
  board.holds.set(hold.holdId, { ...hold, state: settled, end });
  const unit = unitOf(hold);
  const left = (state.pending.get(unit) ?? []).filter((holdId) => holdId !== hold.holdId);
  if (left.length > 0) state.pending.set(unit, left);
  else state.pending.delete(unit);
  countHolds(state, unit, -1, entry);
}

/** The number of holds is public, and 0 before the polls close: a unit's own. */
function countHolds(state: ContestState, unit: UnitId, more: number, place: EntryPlace): void {
  if (!isPublic(state, unit)) return;
  changePublic(state, place, null, { holds: state.tally.holds + more });
}
