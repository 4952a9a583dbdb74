import type { Instant } from '../basics/instant.ts';
import { sumsOf } from '../count/tally-of.ts';
import type { Board, ContestState } from './board.ts';
import { changePublic } from './change-public.ts';
import type { EntryOf } from './entry.ts';
import { stateOf } from './state-of.ts';

/** From here on the public knows what was counted, and how many reports are held. */
export function applyPollsClosed(board: Board, entry: EntryOf<'polls-closed'>): void {
  const state = stateOf(board, entry);
  state.closingDoubted = false;
  // Closings unit by unit have no effect of their own yet: nothing writes them.
  if (entry.body.units !== 'all') return;
  for (const seq of state.embargoed) board.hidden.delete(seq);
  state.embargoed = [];
  const news = { kind: 'polls-closed', county: null } as const;
  changePublic(state, entry, news, {
    ...sumsOf(state.contest, state.cells),
    open: true,
    holds: [...state.pending.values()].reduce((sum, holds) => sum + holds.length, 0),
    asOf: newestReport(state),
  });
}

export function applyClosingDoubted(board: Board, entry: EntryOf<'closing-doubted'>): void {
  stateOf(board, entry).closingDoubted = true;
}

function newestReport(state: ContestState): Instant | null {
  let newest: { readonly seq: number; readonly nightAt: Instant } | null = null;
  for (const cells of state.cells.values()) {
    for (const cell of cells.values()) {
      if (newest === null || cell.seq > newest.seq) newest = cell;
    }
  }
  return newest === null ? null : newest.nightAt;
}
