import { en, type Words } from './en.ts';
import { es } from './es.ts';
import type { Language } from './format.ts';

const CATALOGUES: Record<Language, Words> = { en, es };

/** The interface's words in one language: a text, or a function of what goes into it, already formatted. */
export function words(language: Language): Words {
  return CATALOGUES[language];
}
