import type { Call } from '../../shared/count/call.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Language } from './format.ts';
import { nameOf, namesText } from './names-text.ts';
import { words } from './words.ts';

/** What a call says; who made it stands beside it. An advance is never worded as a win. */
export function callText(
  call: Pick<Call, 'type' | 'choices'>,
  definition: Definition,
  language: Language,
): string {
  const text = words(language);
  const names = namesText(
    call.choices.map((id) => nameOf(definition, id)),
    language,
  );
  switch (call.type) {
    case 'winner':
      return text.callWinner(names);
    case 'runoff':
      return names === '' ? text.callRunoffPlain : text.callRunoff(names);
    case 'advance':
      return text.callAdvance(names);
    case 'too-early':
      return text.callTooEarly;
    case 'too-close':
      return text.callTooClose;
  }
}
