import type { Definition } from '../../shared/election/definition.ts';
import type { Language } from './format.ts';
import { surname } from './surname.ts';
import { words } from './words.ts';

/** A choice's short name; its id where the definition has none. */
export function nameOf({ contest }: Definition, id: string): string {
  const choice = contest.choices.find((one) => one.id === id);
  if (choice === undefined) return id;
  return contest.kind === 'measure' || choice.writeIn ? choice.name : surname(choice.name);
}

/** Ossoff; Ossoff and Handel; Ossoff, Handel and Gray. */
export function namesText(names: readonly string[], language: Language): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')} ${words(language).and} ${names.at(-1)}`;
}
