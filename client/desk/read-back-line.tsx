import { deskWords } from '../words/desk.ts';
import { nameOf } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import type { DeskView } from './desk-view.ts';
import { spokenDigits } from './read-back.ts';
import type { Keying } from './use-keying.ts';

/** What is keyed, in the order and the manner in which a caller reads a tape. */
export function ReadBackLine({
  keying,
  definition,
  language,
}: Pick<DeskView, 'definition' | 'language'> & { keying: Keying }) {
  const text = deskWords(language);
  const { unit, draft, review } = keying;
  if (!keying.isTouched || review.stops.includes('nothing-keyed')) return null;
  const { votes } = review.body;
  const spoken = definition.contest.choices.flatMap(({ id }) => {
    const keyed = Object.hasOwn(votes, id) ? votes[id] : undefined;
    return keyed === undefined
      ? []
      : [`${nameOf(definition, id)} ${spokenDigits(keyed, language)}.`];
  });
  return (
    <section className="desk-read-back">
      <h2>{text.readBack}</h2>
      <p>
        {unit.name}, {words(language).methods[draft.method]}. {spoken.join(' ')} {text.total}{' '}
        {spokenDigits(review.sum, language)}.
      </p>
    </section>
  );
}
