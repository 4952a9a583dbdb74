import type { PublicCorrection } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Language } from './format.ts';
import { nameOf, namesText } from './names-text.ts';
import { words } from './words.ts';

/** Where a number was put right, as readers know the place: RW12, Fulton, election day. Nothing where it is no one place. */
export function correctedPlace(
  { unit, unitName, method }: PublicCorrection,
  language: Language,
): string {
  const place = unitName ?? unit;
  const parts = [place, method === null ? null : words(language).methods[method]];
  return parts.filter((part) => part !== null).join(', ');
}

/** What is no longer certain, in one sentence without its reason; null where no proof was taken back. */
export function withdrawnText(
  { withdrawn }: PublicCorrection,
  definition: Definition,
  language: Language,
): string | null {
  if (withdrawn === undefined) return null;
  const { noLonger, noLongerCertain } = words(language);
  const names = namesText(
    withdrawn.choices.map((id) => nameOf(definition, id)),
    language,
  );
  const known = Object.entries(noLonger).find(([was]) => was === withdrawn.was)?.[1];
  return known === undefined ? noLongerCertain : known(names);
}

/** A reason as it was given; those that the system itself gives are in the reader's language. */
export function reasonText(reason: string, language: Language): string {
  const own = Object.entries(words(language).ownReasons).find(([said]) => said === reason);
  return own?.[1] ?? reason;
}
