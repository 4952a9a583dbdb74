import { sentenceText } from '../../shared/results/sentence-text.ts';
import type { Standing } from '../../shared/results/standing.ts';
import type { Language } from '../words/format.ts';

/** The one sentence above the chart: who, over or under, by how much, how much is left. */
export function headlineOf({ sentence }: Standing, language: Language): string {
  return sentenceText(sentence, language);
}
