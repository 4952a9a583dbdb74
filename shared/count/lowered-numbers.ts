import type { ChoiceId } from '../basics/ids.ts';
import { sum } from '../basics/sum.ts';
import type { Method } from '../election/method.ts';
import type { Count } from './cell.ts';
import { isSuperseded } from './is-superseded.ts';
import { choicesOf } from './same-count.ts';
import { votesFor } from './votes-for.ts';

const OTHERS = ['ballotsCast', 'overvotes', 'undervotes'] as const;

/** A number of a unit that a change makes smaller; `method` is null for the unit's sum. */
export interface LoweredNumber {
  /** A choice's votes; null: `of` says what else. */
  readonly choice: ChoiceId | null;
  readonly of: 'votes' | (typeof OTHERS)[number];
  readonly method: Method | null;
  readonly from: number;
  readonly to: number;
}

/**
 * The numbers of a unit that are smaller in `after` than in `before`: method by method, or where a
 * total takes the place of parts, or parts that of a total, by the unit's sums.
 */
export function loweredNumbers(
  before: ReadonlyMap<Method, Count>,
  after: ReadonlyMap<Method, Count>,
): readonly LoweredNumber[] {
  if (isSuperseded(before, after)) return lowered(null, [...before.values()], [...after.values()]);
  return [...before].flatMap(([method, count]) => {
    const now = after.get(method);
    return now ? lowered(method, [count], [now]) : [];
  });
}

function lowered(
  method: Method | null,
  before: readonly Count[],
  after: readonly Count[],
): readonly LoweredNumber[] {
  const votes = choicesOf(before).map((choice) => ({
    choice,
    of: 'votes' as const,
    from: sum(before.map((count) => votesFor(count, choice))),
    to: sum(after.map((count) => votesFor(count, choice))),
  }));
  const others = OTHERS.map((of) => ({
    choice: null,
    of,
    from: sum(before.map((count) => count[of] ?? 0)),
    to: sumIfKnown(after.map((count) => count[of])),
  }));
  return [...votes, ...others].flatMap(({ choice, of, from, to }) =>
    to !== null && to < from ? [{ choice, of, method, from, to }] : [],
  );
}

/** Null where one is unknown: a number that is no longer stated is not one that fell. */
function sumIfKnown(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce<number | null>(
    (total, number) => (total === null || number === null ? null : total + number),
    0,
  );
}
