import type { Board } from './board.ts';
import { changePublic } from './change-public.ts';
import type { EntryOf } from './entry.ts';
import { stateOf } from './state-of.ts';

export function applyLock(board: Board, entry: EntryOf<'locked' | 'unlocked'>): void {
  const state = stateOf(board, entry);
  const locked = entry.kind === 'locked';
  board.lockIds.set(entry.body.lockId, { contest: state.contest.id, locked });
  if (state.tally.locked !== locked) {
    changePublic(state, entry, { kind: 'other', county: null }, { locked });
  }
}
