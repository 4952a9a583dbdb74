import type { Standing } from '../../shared/results/standing.ts';
import { tell } from '../../shared/results/tell.ts';
import type { Language } from '../words/format.ts';
import { sentences } from '../words/words.ts';

/** The one sentence above the chart: who, over or under, by how much, how much is left. */
export function headlineOf({ sentence }: Standing, language: Language): string {
  return tell(sentence, sentences(language));
}
