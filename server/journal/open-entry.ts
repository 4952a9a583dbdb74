import type { Entry } from '../../shared/night/entry.ts';
import type { SealedEntry } from './journal.ts';

/** The entry that was sealed. It must come from a journal, whose chain vouches for its texts. */
export function openEntry(sealed: SealedEntry): Entry {
  const { seq, at, nightAt, kind, election, contest } = sealed;
  const body: unknown = JSON.parse(sealed.body);
  const secret: unknown = JSON.parse(sealed.secret);
  // `as`: sealEntry wrote these texts from an Entry, and a journal whose chain does not hold is not opened.
  return { seq, at, nightAt, kind, election, contest, body, secret } as Entry;
}
