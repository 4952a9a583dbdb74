import type { ContestId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { ContestState } from '../../shared/night/board.ts';
import { definitionOfState } from '../live/definition-of-state.ts';
import type { Follower } from '../live/follower.ts';

/** The definition of a contest at a version; null where that was not in force since the process began. */
export type DefinitionVersions = (state: ContestState, version: number) => Definition | null;

/**
 * Keeps every version as it comes: a reader asks for the one its tally belongs to, and may do so after
 * the next has come.
 */
export function keepDefinitions(
  follower: Pick<Follower, 'board' | 'onChange'>,
): DefinitionVersions {
  const { board } = follower;
  const kept = new Map<ContestId, Map<number, Definition>>();

  function keep(ids: Iterable<ContestId>): void {
    for (const id of ids) {
      const state = board.contests.get(id);
      if (state === undefined) continue;
      const versions = kept.get(id) ?? new Map<number, Definition>();
      kept.set(id, versions.set(state.definitionVersion, definitionOfState(board, state)));
    }
  }

  keep(board.contests.keys());
  follower.onChange(keep);
  return (state, version) => kept.get(state.contest.id)?.get(version) ?? null;
}
