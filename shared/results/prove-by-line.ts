import type { Line } from '../election/rule.ts';
import { type Field, placesOf, votesAt } from './field.ts';
import { clears } from './line-of-votes.ts';
import type { Proof, Status } from './proof.ts';
import { canClear, isOutOfPlaces, isSureOfPlace, mustClear } from './proofs.ts';
import { placeStatus } from './prove-places.ts';

/**
 * A line, and the first `places` who go on if nobody clears it (0: nobody does). Who wins is the one
 * with the most votes among those who clear.
 */
export function proveByLine(field: Field, line: Line, places: number): Proof {
  const winner = placesOf(field, 'named').find(
    (at) => mustClear(field, at, line) && isSureOfPlace(field, at, 1),
  );
  if (winner !== undefined) return won(field, winner);
  const tied = tiedAtTop(field, line);
  if (tied.length > 0) return tiedProof(field, tied);
  const hopeful = placesOf(field, 'named', 'pool').filter((at) => canClear(field, at, line));
  if (hopeful.length > 0)
    return { state: 'open', statuses: statusesBefore(field, places, hopeful) };
  if (places === 0) return { state: 'fail-certain', statuses: field.parts.map(() => 'out') };
  const statuses = field.parts.map((_, at) => placeStatus(field, at, places, 'through'));
  return { state: 'runoff-certain', statuses };
}

function won(field: Field, winner: number): Proof {
  const statuses = field.parts.map((_, at) => (at === winner ? 'win-certain' : 'out'));
  return { state: 'win-certain', statuses };
}

/** While somebody can still win outright nobody advances: there is at least a runoff place, or none. */
function statusesBefore(
  field: Field,
  places: number,
  hopeful: readonly number[],
): readonly Status[] {
  return field.parts.map((part, at) => {
    if (part === 'barred' || part === 'void') return 'out';
    if (!hopeful.includes(at) && isOutOfPlaces(field, at, places)) return 'out';
    const isAlone = hopeful.every((other) => other === at);
    const isPlaced = part === 'named' && isAlone && isSureOfPlace(field, at, places);
    return isPlaced ? 'placed' : 'open';
  });
}

/**
 * Those who clear the line with equal votes once nothing can come: only where several can clear. A
 * write-in line with more may hide the winner.
 */
function tiedAtTop(field: Field, line: Line): readonly number[] {
  if (field.ballots > 0) return [];
  const best = field.namedVotes[0];
  if (best === undefined || best !== field.rivalVotes[0] || !clears(best, field.total, line))
    return [];
  const first = placesOf(field, 'named').filter((at) => votesAt(field, at) === best);
  return first.length > 1 ? first : [];
}

function tiedProof(field: Field, tied: readonly number[]): Proof {
  const best = field.rivalVotes[0];
  const statuses = field.parts.map((part, at) => {
    if (tied.includes(at)) return 'tied';
    return part === 'pool' && votesAt(field, at) === best ? 'open' : 'out';
  });
  return { state: 'tied', statuses };
}
