import type { ChoiceId } from '../basics/ids.ts';
import type { Terms } from './field.ts';

const SUFFIX = /^(jr|sr|ii|iii|iv)\.?$/i;

/**
 * What a headline calls each choice: the last word of a person's name, without a suffix; the whole
 * name where two share that word, and of answers and write-in lines.
 */
export function shortNames(terms: Terms): ReadonlyMap<ChoiceId, string> {
  const known = kept.get(terms.choices);
  if (known) return known;
  const made = makeShortNames(terms);
  kept.set(terms.choices, made);
  return made;
}

const kept = new WeakMap<object, ReadonlyMap<ChoiceId, string>>();

function makeShortNames({ kind, choices }: Terms): ReadonlyMap<ChoiceId, string> {
  const surnames = choices.map(({ name }) => surname(name));
  return new Map(
    choices.map(({ id, name, writeIn }, at) => {
      const own = surnames[at] ?? name;
      const isShared = surnames.indexOf(own) !== surnames.lastIndexOf(own);
      return [id, kind === 'measure' || writeIn || isShared ? name : own];
    }),
  );
}

function surname(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1) ?? name;
  const isSuffixed = SUFFIX.test(last) && words.length > 2;
  return isSuffixed ? (words.at(-2) ?? last).replace(/,$/, '') : last;
}
