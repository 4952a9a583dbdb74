import type { ChoiceId } from '../basics/ids.ts';
import type { ChoiceStanding, OutcomeState } from '../results/standing.ts';
import type { ContestState } from './board.ts';

/** What arithmetic and the rule prove of a contest, to the public. */
export interface Claims {
  readonly state: OutcomeState;
  readonly statuses: ReadonlyMap<ChoiceId, ChoiceStanding['status']>;
}

const NOTHING: Claims = { state: 'open', statuses: new Map() };

export function claimsOf(_state: ContestState): Claims {
  return NOTHING;
}

export function sameClaims(one: Claims, other: Claims): boolean {
  return (
    one.state === other.state &&
    one.statuses.size === other.statuses.size &&
    [...one.statuses].every(([choice, status]) => other.statuses.get(choice) === status)
  );
}
