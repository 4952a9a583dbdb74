import { catalogue as english } from './catalogue-en.ts';
import { catalogue as spanish } from './catalogue-es.ts';
import { learn } from './words.ts';

/** For whoever draws pages of any language. In a browser see load-words.ts. */
export function learnAll(): void {
  learn(english);
  learn(spanish);
}
