import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { shareTexts } from '../../shared/results/share-texts.ts';
import { type Language, NOTHING } from '../words/format.ts';
import { shareText } from '../words/share-text.ts';
import type { Figures } from './figures.ts';
import { type Frame, shareIn, votesOf } from './frame.ts';

/**
 * A choice's share as it is printed in a frame. At rest also apart from its deciding rival; on the
 * way, where the two may pass each other, on its true side of the line.
 */
export function choiceShareText(
  { contest }: Pick<Definition, 'contest'>,
  frame: Frame,
  choice: ChoiceId,
  language: Language,
): string {
  if (frame.step < frame.steps) {
    return shareText(shareIn(frame, choice), lineOf(contest.rule), language);
  }
  const at = contest.choices.findIndex(({ id }) => id === choice);
  return textsAtRest(contest, frame.to, language)[at] || NOTHING;
}

const kept = new WeakMap<Figures, { language: Language; texts: readonly string[] }>();

/** Of all choices at once, since they depend on one another; once for each state of the count. */
function textsAtRest(
  contest: Definition['contest'],
  figures: Figures,
  language: Language,
): readonly string[] {
  const known = kept.get(figures);
  if (known?.language === language) return known.texts;
  const votes = Object.fromEntries(contest.choices.map(({ id }) => [id, votesOf(figures, id)]));
  const texts = shareTexts(contest, votes, language);
  kept.set(figures, { language, texts });
  return texts;
}
