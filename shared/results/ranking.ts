import type { ChoiceId } from '../basics/ids.ts';
import type { Votes } from '../count/tally.ts';
import type { Choice } from '../election/contest.ts';
import { partOf, type Terms } from './field.ts';

export interface Ranked {
  readonly id: ChoiceId;
  readonly votes: number;
}

/** Those of the choices that pass, by votes; equal ones in ballot order. */
export function rankedBy(
  { choices }: Terms,
  votes: Votes,
  passes: (choice: Choice) => boolean,
): readonly Ranked[] {
  return choices
    .filter(passes)
    .map(({ id }) => ({ id, votes: votes[id] ?? 0 }))
    .sort((a, b) => b.votes - a.votes);
}

/** Choices that can win, by votes. */
export function namedByVotes(terms: Terms, votes: Votes): readonly Ranked[] {
  return rankedBy(terms, votes, (choice) => partOf(choice) === 'named');
}

/**
 * Whom the line is about: the answer of a measure that passes it; else whoever has the most votes of
 * those who can win, and of write-in lines, which may hide someone. null: nobody can win.
 */
export function subjectOf(terms: Terms, votes: Votes): Ranked | null {
  const isSubject = (choice: Choice) =>
    terms.kind === 'measure' ? choice.passes : ['named', 'pool'].includes(partOf(choice));
  return rankedBy(terms, votes, isSubject)[0] ?? null;
}
