import { present } from '../../shared/basics/assert.ts';
import type { Choice } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { ChoiceStanding, Standing } from '../../shared/results/standing.ts';
import { placesOf } from '../charts/threshold-bars-layout.ts';

/** Whom the page is about: the leader, or the answer that a measure's rule asks about. */
export function heroOf(definition: Definition, standing: Standing): ChoiceStanding {
  const { contest } = definition;
  const asked = contest.choices.find(({ passes }) => contest.kind === 'measure' && passes);
  const id = asked?.id ?? placesOf(countingChoices(standing), true).rows[0];
  return present(
    standing.choices.find((choice) => choice.id === id) ?? standing.choices[0],
    'choice in this contest',
  );
}

/** Choices whose votes count, in ballot order. */
export function countingChoices(standing: Standing): readonly ChoiceStanding[] {
  return standing.choices.filter(({ share }) => share !== null || standing.counted === 0);
}

/** A choice of the definition. */
export function choiceOf(definition: Definition, id: string): Choice {
  return present(
    definition.contest.choices.find((choice) => choice.id === id),
    `choice ${id}`,
  );
}
