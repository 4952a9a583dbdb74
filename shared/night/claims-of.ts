import type { ChoiceId } from '../basics/ids.ts';
import type { Tally } from '../count/tally.ts';
import { outcomeOf } from '../results/outcome-of.ts';
import type { ChoiceStanding, OutcomeState } from '../results/standing.ts';
import type { ContestState } from './board.ts';

/** What arithmetic and the rule prove of a contest, to the public. */
export interface Claims {
  readonly state: OutcomeState;
  readonly statuses: ReadonlyMap<ChoiceId, ChoiceStanding['status']>;
}

const NOTHING: Claims = { state: 'open', statuses: new Map() };

const made = new WeakMap<Tally, Claims>();

/** Made once for each tally: another definition of a contest makes another tally, too. */
export function claimsOf({ contest, tally }: ContestState): Claims {
  if (!tally.open) return NOTHING;
  const known = made.get(tally);
  if (known) return known;
  const { outcome, statuses } = outcomeOf(contest, tally);
  const claims = { state: outcome.state, statuses };
  made.set(tally, claims);
  return claims;
}

export function sameClaims(one: Claims, other: Claims): boolean {
  return (
    one.state === other.state &&
    one.statuses.size === other.statuses.size &&
    [...one.statuses].every(([choice, status]) => other.statuses.get(choice) === status)
  );
}
