import type { ContestId } from '../../shared/basics/ids.ts';
import { apply } from '../../shared/night/apply.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { lastSnapshot } from '../desk/open-board.ts';
import type { Journal, SealedEntry } from '../journal/journal.ts';
import { openEntry } from '../journal/open-entry.ts';
import { openTallyKeeper } from './tally-keeper.ts';

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
  onChange(listener: FollowerListener): Unlisten;
  close(): void;
}

export type Unlisten = () => void;

/**
 * Reads what there is (the newest snapshot and the entries after it), then follows. Keeps tallies in
 * the journal as it goes.
 *
 * @param fail told of a write to the journal that failed: the process must end
 */
export async function openFollower({
  journal,
  fail,
}: {
  journal: Journal;
  fail: (error: unknown) => void;
}): Promise<Follower> {
  const board = await lastSnapshot(journal);
  const keeper = openTallyKeeper();
  const listeners = new Set<FollowerListener>();

  function take(sealed: readonly SealedEntry[]): void {
    const entries = sealed.map(openEntry);
    const changed = new Set<ContestId>();
    for (const entry of entries) applyOne(entry, changed);
    const kept = keeper.take();
    if (kept.length > 0) journal.keepTallies(kept).catch(fail);
    for (const listener of listeners) listener(changed, entries);
  }

  function applyOne(entry: Entry, changed: Set<ContestId>): void {
    const before = touchedBy(board, entry);
    apply(board, entry);
    const after = touchedBy(board, entry);
    for (const [id, state] of after) {
      if (state.seq !== entry.seq) continue;
      changed.add(id);
      keeper.note(before.get(id) ?? null, state);
    }
    for (const id of before.keys()) if (!after.has(id)) changed.add(id);
  }

  const end = journal.head().seq;
  while (board.seq < end) take(await journal.read(board.seq, Math.min(PAGE, end - board.seq)));
  const unfollow = journal.follow(board.seq, take);

  return {
    epoch: journal.epoch,
    board,
    onChange(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: unfollow,
  };
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
