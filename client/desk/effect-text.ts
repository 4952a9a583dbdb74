import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { DeskAmendment } from '../../shared/wire/desk-messages.ts';
import { amendmentWords } from '../words/desk-amendments.ts';
import type { Language } from '../words/format.ts';
import { nameOf, namesText } from '../words/names-text.ts';

/** What an amendment would change in what is proved, a line for each change; none where there is none. */
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
  const names = new Map<string, string[]>();
  for (const { id } of definition.contest.choices) {
    const [was, is] = [statusIn(before, id), statusIn(after, id)];
    if (was === is) continue;
    const change = text.change(text.statuses[was], text.statuses[is]);
    names.set(change, [...(names.get(change) ?? []), nameOf(definition, id)]);
  }
  const statuses = [...names].map(([change, who]) => `${namesText(who, language)}: ${change}`);
  return [...state, ...statuses];
}

type Proof = NonNullable<DeskAmendment['effect']>['before'];

function statusIn({ statuses }: Proof, id: ChoiceId): Proof['statuses'][ChoiceId] & string {
  return (Object.hasOwn(statuses, id) ? statuses[id] : undefined) ?? 'open';
}
