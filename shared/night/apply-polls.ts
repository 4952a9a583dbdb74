import type { UnitId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { UnitCells } from '../count/cell.ts';
import { sumsOf } from '../count/tally-of.ts';
import type { Board } from './board.ts';
import { changePublic } from './change-public.ts';
import type { EntryOf } from './entry.ts';
import { type ClosedUnits, isPublic, publicCells, publicHolds } from './public-units.ts';
import { stateOf } from './state-of.ts';

/** From here on the public knows what was counted in these units, and how many reports are held. */
export function applyPollsClosed(board: Board, entry: EntryOf<'polls-closed'>): void {
  const state = stateOf(board, entry);
  state.closingDoubted = false;
  state.closedUnits = withClosed(state.closedUnits, entry.body.units);
  for (const [seq, unit] of state.embargoed) {
    if (!isPublic(state, unit)) continue;
    board.hidden.delete(seq);
    state.embargoed.delete(seq);
  }
  const cells = publicCells(state);
  const news = { kind: 'polls-closed', county: null } as const;
  changePublic(state, entry, news, {
    ...sumsOf(state.contest, cells),
    open: true,
    holds: publicHolds(state),
    asOf: newestReport(cells),
  });
}

export function applyClosingDoubted(board: Board, entry: EntryOf<'closing-doubted'>): void {
  stateOf(board, entry).closingDoubted = true;
}

function withClosed(before: ClosedUnits, more: 'all' | readonly UnitId[]): ClosedUnits {
  return before === 'all' || more === 'all' ? 'all' : new Set([...before, ...more]);
}

function newestReport(all: ReadonlyMap<UnitId, UnitCells>): Instant | null {
  let newest: { readonly seq: number; readonly nightAt: Instant } | null = null;
  for (const cells of all.values()) {
    for (const cell of cells.values()) {
      if (newest === null || cell.seq > newest.seq) newest = cell;
    }
  }
  return newest === null ? null : newest.nightAt;
}
