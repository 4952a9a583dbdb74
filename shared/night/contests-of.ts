import type { ElectionId } from '../basics/ids.ts';
import type { Board, ContestState } from './board.ts';

export function contestsOf(board: Board, election: ElectionId): readonly ContestState[] {
  return [...board.contests.values()].filter((state) => state.election === election);
}
