import type { ChoiceId } from '../basics/ids.ts';
import type { Count } from './cell.ts';
import { votesFor } from './votes-for.ts';

/** Whether two counts say the same; where they come from does not matter. */
export function sameCount(a: Count, b: Count): boolean {
  return (
    a === b ||
    (a.status === b.status &&
      a.ballotsCast === b.ballotsCast &&
      a.overvotes === b.overvotes &&
      a.undervotes === b.undervotes &&
      choicesOf([a, b]).every((choice) => votesFor(a, choice) === votesFor(b, choice)))
  );
}

/** Every choice that one of the counts has. */
export function choicesOf(counts: Iterable<Count>): readonly ChoiceId[] {
  const ids = new Set<string>();
  for (const { votes } of counts) for (const id of Object.keys(votes)) ids.add(id);
  // Object.keys forgets the brand.
  return [...ids] as ChoiceId[];
}
