import type { ChoiceId } from '../basics/ids.ts';
import type { Count } from './cell.ts';

/** Votes of a choice, 0 for one that was added to the contest after this was counted. */
export function votesFor(count: Pick<Count, 'votes'>, choice: ChoiceId): number {
  return Object.hasOwn(count.votes, choice) ? (count.votes[choice] ?? 0) : 0;
}
