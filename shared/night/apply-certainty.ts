import type { Board } from './board.ts';
import { changePublic } from './change-public.ts';
import type { EntryOf } from './entry.ts';
import { newestCorrections } from './newest-corrections.ts';
import { stateOf } from './state-of.ts';

/** Stays beside the correction that took the proof back, with its reason; no news of its own. */
export function applyCertaintyWithdrawn(board: Board, entry: EntryOf<'certainty-withdrawn'>): void {
  const state = stateOf(board, entry);
  const { was, choices, causeSeq, reason } = entry.body;
  const cause = state.tally.corrections.find((correction) => correction.seq === causeSeq);
  const withdrawal = {
    seq: entry.seq,
    nightAt: entry.nightAt,
    unit: cause?.unit ?? null,
    unitName: cause?.unitName ?? null,
    method: cause?.method ?? null,
    changes: [],
    reason: reason ?? cause?.reason ?? '',
    withdrawn: { was, choices },
  };
  const corrections = newestCorrections(state.tally, withdrawal);
  changePublic(state, entry, null, { corrections });
}
