import type { ChoiceId } from '../../shared/basics/ids.ts';

/** So many rows of their own; the rest are folded into one. */
const OWN_ROWS = 5;

/** Who stands where: the leader first, at most five of their own unless unfolded. */
export interface Places {
  readonly rows: readonly ChoiceId[];
  /** Those who are part of "13 others", in the order they would have. */
  readonly folded: readonly ChoiceId[];
}

/**
 * By votes; equal votes in ballot order.
 *
 * @param choices in ballot order
 */
export function placesOf(
  choices: readonly { readonly id: ChoiceId; readonly votes: number }[],
  unfolded: boolean,
): Places {
  // Sorting is stable: equal votes stay in ballot order.
  const order = [...choices].sort((one, other) => other.votes - one.votes).map(({ id }) => id);
  // One alone is not "1 others": it has its own row.
  if (unfolded || order.length <= OWN_ROWS + 1) return { rows: order, folded: [] };
  return { rows: order.slice(0, OWN_ROWS), folded: order.slice(OWN_ROWS) };
}
