import type { ContestId, ElectionId } from '../../shared/basics/ids.ts';
import { type Instant, msOf } from '../../shared/basics/instant.ts';
import type { Board } from '../../shared/night/board.ts';
import type { EntryKind } from '../../shared/night/entry.ts';
import { nextPlace } from '../../shared/night/next-place.ts';
import { nextClosing } from '../../shared/night/public-units.ts';

/**
 * How far the sure time may lie behind the wall clock for a closing to wait for it instead of for a
 * person: a restart loses the time that it takes, and two minutes late is better than two too early.
 */
const PATIENCE_MS = 120_000;

/** Entries that change neither a closing time, nor whether it has come, nor a clock. */
const BESIDE: ReadonlySet<EntryKind> = new Set([
  'reports-accepted',
  'report-held',
  'hold-released',
  'hold-rejected',
]);

export interface Closing {
  readonly contest: ContestId;
  /** The wall clock says that the time has come, and nothing else does. */
  readonly doubted: boolean;
}

export interface Closings {
  /** To be told of every entry, once it is on the board. */
  note(kind: EntryKind): void;
  /** Whether an entry since the last `due` may have made one due. */
  changed(): boolean;
  due(time: { readonly wall: Instant; readonly sure: Instant }): readonly Closing[];
}

interface Awaited {
  readonly contest: ContestId;
  readonly election: ElectionId;
  readonly pollsClose: Instant;
}

/** Watches for the next closing of each contest, by its election's clock. */
export function openClosings(board: Board): Closings {
  let awaited: readonly Awaited[] | null = null;
  return {
    note(kind) {
      if (!BESIDE.has(kind)) awaited = null;
    },
    changed: () => awaited === null,
    due({ wall, sure }) {
      awaited ??= closingsAwaited(board);
      return awaited.flatMap((closing) => dueNow(board, closing, wall, sure));
    },
  };
}

function closingsAwaited(board: Board): readonly Awaited[] {
  return [...board.contests.values()].flatMap((state) => {
    const pollsClose = nextClosing(state);
    if (state.closingDoubted || pollsClose === null) return [];
    return [{ contest: state.contest.id, election: state.election, pollsClose }];
  });
}

function dueNow(
  board: Board,
  { contest, election, pollsClose }: Awaited,
  wall: Instant,
  sure: Instant,
): readonly Closing[] {
  if (nextPlace(board, election, wall).nightAt < pollsClose) return [];
  // A replayed night's clock is set by hand: there is no embargo that it could break.
  const isReplay = board.elections.get(election)?.clock.at !== null;
  if (isReplay || sure >= pollsClose) return [{ contest, doubted: false }];
  return msOf(wall) - msOf(sure) > PATIENCE_MS ? [{ contest, doubted: true }] : [];
}
