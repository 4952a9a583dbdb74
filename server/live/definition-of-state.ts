import { present } from '../../shared/basics/assert.ts';
import type { Contest, Election } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { definitionOf } from '../../shared/election/definition-of.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';

const known = new WeakMap<Contest, { election: Election; definition: Definition }>();

/** What readers know of a contest as it is defined now: made once for a version. */
export function definitionOfState(board: Board, state: ContestState): Definition {
  const { contest, definitionVersion } = state;
  const { election } = present(board.elections.get(state.election), `election ${state.election}`);
  const last = known.get(contest);
  if (last?.election === election && last.definition.version === definitionVersion) {
    return last.definition;
  }
  const definition = definitionOf(election, contest, definitionVersion);
  known.set(contest, { election, definition });
  return definition;
}
