import type { Definition } from '../../shared/election/definition.ts';
import type { BootPast } from '../../shared/wire/boot.ts';
import { type Language, nightTimeInZone } from '../words/format.ts';
import { words } from '../words/words.ts';

/** That a page stands still, and at which moment: As it was at 12:03 am ET. */
export function pastText(
  { nightAt }: Pick<BootPast, 'nightAt'>,
  { election }: Pick<Definition, 'election'>,
  language: Language,
): string {
  return words(language).asItWasAt(nightTimeInZone(nightAt, election, language));
}
