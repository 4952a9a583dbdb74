import type { Field } from './field.ts';
import type { Proof, Status } from './proof.ts';
import { isOutOfPlaces, isSureOfPlace, isTiedForPlace } from './proofs.ts';

/** Plurality and top-n: the first `places` win, or go on to another round. */
export function provePlaces(field: Field, places: number, toNextRound: boolean): Proof {
  const sure: Status = toNextRound ? 'through' : 'win-certain';
  const statuses = field.parts.map((_, at) => placeStatus(field, at, places, sure));
  const taken = statuses.filter((status) => status === sure).length;
  if (taken > 0 && taken === Math.min(places, field.namedVotes.length))
    return { state: toNextRound ? 'advance-certain' : 'win-certain', statuses };
  return { state: statuses.includes('tied') ? 'tied' : 'open', statuses };
}

/** `sure`: what a place that is certain is called. */
export function placeStatus(field: Field, at: number, places: number, sure: Status): Status {
  const part = field.parts[at];
  if (part === 'barred' || part === 'void') return 'out';
  if (isOutOfPlaces(field, at, places)) return 'out';
  if (part === 'pool') return 'open';
  if (isSureOfPlace(field, at, places)) return sure;
  return isTiedForPlace(field, at, places) ? 'tied' : 'open';
}
