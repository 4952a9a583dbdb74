import type { PublicAmendment } from '../../shared/count/tally.ts';
import type { Language } from './format.ts';
import { words } from './words.ts';

/** What of a contest was amended, and why: Late ballots. 1,204 provisional ballots were issued. */
export function amendmentText({ parts, reason }: PublicAmendment, language: Language): string {
  const { amendedParts, definitionLoaded } = words(language);
  const what = parts.map((part) => amendedParts[part]).join(', ');
  return [what === '' ? definitionLoaded : what, reason].filter((part) => part !== null).join('. ');
}
