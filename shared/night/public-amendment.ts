import type { AmendedPart, PublicAmendment } from '../count/tally.ts';
import type { Amendment } from '../election/amendment.ts';
import type { AmendmentBody, EntryPlace } from './entry.ts';

const PART_OF: Readonly<Record<keyof Amendment, AmendedPart>> = {
  late: 'late',
  lateNone: 'late',
  units: 'units',
  choices: 'choices',
  pollsClose: 'pollsClose',
  certified: 'certified',
  next: 'next',
};

/** What readers are told of an amendment; of null, that the whole definition was loaded again. */
export function publicAmendment(
  amended: AmendmentBody | null,
  { seq, nightAt }: EntryPlace,
): PublicAmendment {
  if (amended === null) return { seq, nightAt, parts: [], reason: null };
  const parts = Object.entries(PART_OF).flatMap(([key, part]) =>
    Object.hasOwn(amended.changes, key) ? [part] : [],
  );
  return { seq, nightAt, parts: [...new Set(parts)], reason: amended.reason };
}
