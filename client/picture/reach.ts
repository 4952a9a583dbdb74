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

/** By the estimate where there is one, else by the bound; null where nothing is known of what is out. */
export function reachOf(choice: ChoiceStanding, standing: Standing): Reach | null {
  const { outstanding } = standing;
  if (outstanding.expected !== null && choice.ifExpected !== null) {
    return reach('expected', choice, standing, outstanding.expected, choice.ifExpected.needs);
  }
  if (outstanding.bound === null) return null;
  return reach('bound', choice, standing, outstanding.bound, choice.needs);
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
