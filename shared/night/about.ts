import type { ContestState } from './board.ts';
import type { About } from './draft-of.ts';

/** That an entry is about this contest. */
export function about(state: ContestState): About {
  return { election: state.election, contest: state.contest.id };
}
