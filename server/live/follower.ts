import type { ContestId } from '../../shared/basics/ids.ts';
import { apply } from '../../shared/night/apply.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import { emptyBoard } from '../../shared/night/empty-board.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { lastSnapshot } from '../desk/open-board.ts';
import type { Journal, SealedEntry } from '../journal/journal.ts';
import { openEntry } from '../journal/open-entry.ts';
import { definitionOfState } from './definition-of-state.ts';
import { loadPast } from './load-past.ts';
import { type GrowingPast, openPast, type Past } from './past.ts';

const PAGE = 1_000;

/** Told after entries were applied, with the contests whose public side they changed or took away. */
export type FollowerListener = (
  contests: ReadonlySet<ContestId>,
  entries: readonly Entry[],
) => void;

/** The serving side's own board, made of durable entries alone. */
export interface Follower {
  readonly epoch: string;
  /** Read only. Between two entries it is one object; its tallies and contests are immutable. */
  readonly board: Board;
  /** What readers were shown before. */
  readonly past: Past;
  onChange(listener: FollowerListener): Unlisten;
  close(): void;
}

export type Unlisten = () => void;

/**
 * Reads what there is (the newest snapshot and the entries after it), then follows. Keeps tallies in
 * the journal as it goes; where those up to the snapshot are not all there, it makes them again from
 * the first entry on.
 *
 * @param fail told of a write to the journal that failed: the process must end
 * @param note told, in a sentence, of what was found damaged and made again
 */
export async function openFollower({
  journal,
  fail,
  note = () => {},
}: {
  journal: Journal;
  fail: (error: unknown) => void;
  note?: (text: string) => void;
}): Promise<Follower> {
  const { board, past } = await restore(journal, fail, note);
  const listeners = new Set<FollowerListener>();

  function take(sealed: readonly SealedEntry[]): void {
    const entries = sealed.map(openEntry);
    const changed = new Set<ContestId>();
    for (const entry of entries) applyOne(board, past, entry, changed);
    past.keep();
    for (const listener of listeners) listener(changed, entries);
  }

  const end = journal.head().seq;
  while (board.seq < end) take(await journal.read(board.seq, Math.min(PAGE, end - board.seq)));
  const unfollow = journal.follow(board.seq, take);

  return {
    epoch: journal.epoch,
    board,
    past,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: unfollow,
  };
}

async function restore(
  journal: Journal,
  fail: (error: unknown) => void,
  note: (text: string) => void,
): Promise<{ readonly board: Board; readonly past: GrowingPast }> {
  const board = await lastSnapshot(journal);
  const pasts = await loadPast(journal, board);
  if (pasts !== null) return { board, past: openPast(journal, pasts, fail) };
  note('Kept tallies are missing or damaged; they are made again from the record.');
  return { board: emptyBoard(), past: openPast(journal, new Map(), fail) };
}

function applyOne(board: Board, past: GrowingPast, entry: Entry, changed: Set<ContestId>): void {
  const before = touchedBy(board, entry);
  apply(board, entry);
  const after = touchedBy(board, entry);
  for (const [id, state] of after) {
    if (state.seq !== entry.seq) continue;
    changed.add(id);
    const from = entry.kind === 'election-reset' ? null : (before.get(id) ?? null);
    past.note(from, state, definitionOfState(board, state));
  }
  for (const id of before.keys()) {
    if (after.has(id)) continue;
    changed.add(id);
    past.forget(id);
  }
}

/** The contests that an entry can change, as they are: `apply` replaces what is in a state. */
function touchedBy(board: Board, entry: Entry): Map<ContestId, ContestState> {
  const touched = new Map<ContestId, ContestState>();
  const states =
    entry.contest === null ? board.contests.values() : [board.contests.get(entry.contest)];
  for (const state of states) {
    if (state?.election === entry.election) touched.set(state.contest.id, { ...state });
  }
  return touched;
}
