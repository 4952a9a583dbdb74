import { present } from '../basics/assert.ts';
import type { NightClock } from '../count/tally.ts';
import type { Board } from './board.ts';
import { changePublic } from './change-public.ts';
import { contestsOf } from './contests-of.ts';
import type { EntryOf } from './entry.ts';

/** A doubted closing was one by the clock as it was: the writer looks again. */
export function applyClockSet(board: Board, entry: EntryOf<'clock-set'>): void {
  const { nightAt, rate } = entry.body;
  const clock: NightClock = { at: entry.at, nightAt, rate };
  present(board.elections.get(entry.election), `election ${entry.election}`).clock = clock;
  for (const state of contestsOf(board, entry.election)) {
    state.closingDoubted = false;
    changePublic(state, { ...entry, nightAt }, null, { clock });
  }
}
