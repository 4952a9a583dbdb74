import type { Language } from './words/format.ts';
import { learn } from './words/words.ts';

/** The words of the page's language, in the browser: only these are fetched. */
export async function loadWords(language: Language): Promise<void> {
  const { catalogue } =
    language === 'es'
      ? await import('./words/catalogue-es.ts')
      : await import('./words/catalogue-en.ts');
  learn(catalogue);
}
