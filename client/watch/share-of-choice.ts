import type { ChoiceId } from '../../shared/basics/ids.ts';
import { shareTexts } from '../../shared/results/share-texts.ts';
import type { Picture } from '../picture/picture.ts';
import { NOTHING } from '../words/format.ts';

/** Each choice's share as it is printed everywhere: on its true side of the line, and apart from its deciding rival. */
export function shareOfChoice({
  definition,
  standing,
  language,
}: Picture): (choice: ChoiceId) => string {
  const { contest } = definition;
  const votes = Object.fromEntries(standing.choices.map(({ id, votes }) => [id, votes]));
  const texts = shareTexts(contest, votes, language);
  const byChoice = new Map(contest.choices.map(({ id }, at) => [id, texts[at]]));
  return (choice) => byChoice.get(choice) || NOTHING;
}
