import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { DeskAmendment } from '../../shared/wire/desk-messages.ts';
import { amendmentWords } from '../words/desk-amendments.ts';
import type { Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';

/** What an amendment would change in what is proved, a line each; none where it changes nothing. */
export function effectText(
  effect: DeskAmendment['effect'],
  definition: Definition,
  language: Language,
): readonly string[] {
  if (effect === null) return [];
  const text = amendmentWords(language);
  const { before, after } = effect;
  const state =
    before.state === after.state
      ? []
      : [text.change(text.states[before.state], text.states[after.state])];
  const statuses = definition.contest.choices.flatMap(({ id }) => {
    const [was, is] = [statusIn(before, id), statusIn(after, id)];
    if (was === is) return [];
    return [text.changeOf(nameOf(definition, id), text.statuses[was], text.statuses[is])];
  });
  return [...state, ...statuses];
}

type Proof = NonNullable<DeskAmendment['effect']>['before'];

function statusIn({ statuses }: Proof, id: ChoiceId): Proof['statuses'][ChoiceId] & string {
  return (Object.hasOwn(statuses, id) ? statuses[id] : undefined) ?? 'open';
}
