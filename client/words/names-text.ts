import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { listText } from '../../shared/results/list-text.ts';
import { shortNames } from '../../shared/results/short-names.ts';
import type { Language } from './format.ts';

/** A choice's short name; its id where the definition has none. */
export function nameOf({ contest }: Pick<Definition, 'contest'>, id: string): string {
  // `as`: an id that is no choice's is not found.
  return shortNames(contest).get(id as ChoiceId) ?? id;
}

/** Ossoff; Ossoff and Handel; Ossoff, Handel and Gray. */
export function namesText(names: readonly string[], language: Language): string {
  return listText(names, language);
}
