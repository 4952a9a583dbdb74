import type { Language } from './print-share.ts';
import { sentenceText } from './sentence-text.ts';
import type { SpokenStanding, Standing } from './standing.ts';

/** A standing as it is sent to those who have no catalogue of sentences. */
export function spokenStanding(standing: Standing, language: Language): SpokenStanding {
  const { sentence } = standing;
  return { ...standing, sentence: { ...sentence, text: sentenceText(sentence, language) } };
}
