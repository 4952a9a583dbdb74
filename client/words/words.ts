import { present } from '../../shared/basics/assert.ts';
import type { Sentences } from '../../shared/results/tell.ts';
import type { Words } from './en.ts';
import type { Language } from './format.ts';

/** All that the interface says in one language. */
export interface Catalogue {
  readonly words: Words;
  readonly sentences: Sentences;
}

const learnt = new Map<Language, Catalogue>();

/** To be done before anything is drawn in the language: a page fetches its own alone, the server has both. */
export function learn(catalogue: Catalogue): void {
  learnt.set(catalogue.sentences.language, catalogue);
}

/** The interface's words in one language: a text, or a function of what goes into it, already formatted. */
export function words(language: Language): Words {
  return catalogueOf(language).words;
}

/** The sentences that come as a key and arguments. */
export function sentences(language: Language): Sentences {
  return catalogueOf(language).sentences;
}

function catalogueOf(language: Language): Catalogue {
  return present(learnt.get(language), `${language} learnt before it is spoken`);
}
