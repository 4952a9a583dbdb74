import type { AmendedPart, PublicAmendment } from '../count/tally.ts';
import type { Amendment, UnitAmendment } from '../election/amendment.ts';
import type { AmendmentBody, EntryPlace } from './entry.ts';

/** Whether an amendment says something of each part, in the order in which readers are told. */
const SAYS: Readonly<Record<AmendedPart, (changes: Amendment) => boolean>> = {
  late: ({ late, lateNone }) => late !== undefined || lateNone !== undefined,
  units: (changes) =>
    unitChanges(changes).some(({ pollsClose: _, ...others }) => Object.keys(others).length > 0),
  choices: ({ choices }) => choices !== undefined,
  pollsClose: changesClosing,
  certified: ({ certified }) => certified !== undefined,
  next: ({ next }) => next !== undefined,
};

/** What readers are told of an amendment; of null, that the whole definition was loaded again. */
export function publicAmendment(
  amended: AmendmentBody | null,
  { seq, nightAt }: EntryPlace,
): PublicAmendment {
  if (amended === null) return { seq, nightAt, parts: [], reason: null };
  const { changes, reason } = amended;
  // Object.keys forgets the type.
  const parts = (Object.keys(SAYS) as AmendedPart[]).filter((part) => SAYS[part](changes));
  return { seq, nightAt, parts, reason };
}

/** Whether it says when polls close, of the contest or of a unit. */
export function changesClosing(changes: Amendment): boolean {
  return (
    changes.pollsClose !== undefined ||
    unitChanges(changes).some(({ pollsClose }) => pollsClose !== undefined)
  );
}

function unitChanges({ units = {} }: Amendment): readonly UnitAmendment[] {
  return Object.values(units);
}
