import type { Language } from './print-share.ts';
import type { Told } from './standing.ts';
import { type Sentences, tell } from './tell.ts';
import { en } from './words/en.ts';
import { es } from './words/es.ts';

const CATALOGUES: Readonly<Record<Language, Sentences>> = {
  en: { language: 'en', texts: en },
  es: { language: 'es', texts: es },
};

/** A sentence in words, for whoever has both languages at hand. A page, which has one, uses `tell`. */
export function sentenceText(told: Told, language: Language): string {
  return tell(told, CATALOGUES[language]);
}
