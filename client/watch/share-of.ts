import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Votes } from '../../shared/count/tally.ts';
import { votesFor } from '../../shared/count/votes-for.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Fraction } from '../charts/fraction.ts';

/** A choice's part of the votes that count among these; of none where there are none. */
export function shareOf(
  { choices }: Pick<Definition['contest'], 'choices'>,
  votes: Votes | undefined,
  choice: ChoiceId,
): Fraction {
  if (votes === undefined) return { num: 0, den: 0 };
  const counting = choices.filter(({ counts }) => counts);
  const den = counting.reduce((sum, { id }) => sum + votesFor({ votes }, id), 0);
  return { num: votesFor({ votes }, choice), den };
}
