import type { ChoiceStanding, Needs, Standing } from '../../shared/results/standing.ts';
import type { Fraction } from '../charts/fraction.ts';

/**
 * What a choice can still come to, and on what that rests: `expected` if turnout matches the
 * estimate, `bound` where it is what can be at all. Whole numbers, since it is printed beside the line.
 */
export interface Reach {
  readonly by: 'expected' | 'bound';
  readonly out: number;
  readonly min: Fraction;
  readonly max: Fraction;
  readonly needs: Needs | null;
}

/** What each of the two says; null where it is not known. They are never said in the same words. */
export interface Reaches {
  readonly expected: Reach | null;
  readonly bound: Reach | null;
}

export function reachesOf(choice: ChoiceStanding, standing: Standing): Reaches {
  const { expected, bound } = standing.outstanding;
  const { ifExpected } = choice;
  return {
    expected:
      expected === null || ifExpected === null
        ? null
        : reach('expected', choice, standing, expected, ifExpected.needs),
    bound: bound === null ? null : reach('bound', choice, standing, bound, choice.needs),
  };
}

/** By the estimate where there is one, else by the bound; null where nothing is known of what is out. */
export function reachOf(choice: ChoiceStanding, standing: Standing): Reach | null {
  const { expected, bound } = reachesOf(choice, standing);
  return expected ?? bound;
}

function reach(
  by: Reach['by'],
  { votes }: ChoiceStanding,
  { counted }: Standing,
  out: number,
  needs: Needs | null,
): Reach {
  const den = counted + out;
  return { by, out, min: { num: votes, den }, max: { num: votes + out, den }, needs };
}
