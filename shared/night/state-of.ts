import { present } from '../basics/assert.ts';
import type { Board, ContestState } from './board.ts';
import type { Entry } from './entry.ts';

/** The state of the contest that an entry is about. */
export function stateOf(board: Board, entry: Entry): ContestState {
  const contest = present(entry.contest, 'contest of the entry');
  return present(board.contests.get(contest), `contest ${contest}`);
}
