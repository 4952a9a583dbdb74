import type { Definition } from '../../shared/election/definition.ts';
import type { ContestState } from '../../shared/night/board.ts';
import type { Follower } from '../live/follower.ts';

/** The definition of a contest at a version; null where it had none such since it began. */
export type DefinitionVersions = (
  state: ContestState,
  version: number,
) => Promise<Definition | null>;

/** A reader asks for the version its tally belongs to, and may do so after the next has come. */
export function keepDefinitions({ past }: Pick<Follower, 'past'>): DefinitionVersions {
  return ({ contest }, version) => past.definition(contest.id, version);
}
