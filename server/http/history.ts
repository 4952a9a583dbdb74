import type { ContestId } from '../../shared/basics/ids.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import { offsetTime } from '../../shared/results/offset-time.ts';
import type { HistoryPoint } from '../../shared/wire/history-point.ts';
import { definitionOfState } from '../live/definition-of-state.ts';
import type { Past } from '../live/past.ts';

/** A contest's night as points, oldest first: how the votes stood after an entry that changed them. */
export function historyOf(
  { board, past }: { readonly board: Board; readonly past: Past },
  state: ContestState,
): { contest: ContestId; seq: number; points: readonly HistoryPoint[] } {
  const { contest, seq } = state;
  const { timeZone } = definitionOfState(board, state).election;
  const points = past.points(contest.id).map((point) => ({
    seq: point.seq,
    at: point.at,
    nightAt: offsetTime(point.nightAt, timeZone),
    counted: point.counted,
    votes: point.votes,
    change: point.change,
  }));
  return { contest: contest.id, seq, points };
}
