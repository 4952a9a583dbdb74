import type { ChoiceId } from '../basics/ids.ts';
import type { ChoiceStanding } from '../results/standing.ts';
import type { Claims } from './claims-of.ts';

/** Something that had been proved, of these choices, and no longer is. */
export interface LostClaim {
  /** An outcome state, or a choice's status. */
  readonly was: string;
  readonly choices: readonly ChoiceId[];
}

type Status = ChoiceStanding['status'];

/** Of a status that is a proof, those by which it still holds: a place may become a win or an advance. */
const STILL: Readonly<Partial<Record<Status, readonly Status[]>>> = {
  'win-certain': ['win-certain'],
  through: ['through'],
  placed: ['placed', 'through', 'win-certain'],
  out: ['out'],
};

const GOOD: readonly Status[] = ['win-certain', 'through', 'placed'];

/**
 * What `before` proved and `after` does not, the most telling only: an outcome with those who had it;
 * else each place that was sure; else who was out, which is said already of whoever else was in.
 */
export function lostClaims(before: Claims, after: Claims): readonly LostClaim[] {
  const lost = (...statuses: readonly Status[]) => losers(before, after, statuses);
  if (isProof(before.state) && before.state !== after.state) {
    return [{ was: before.state, choices: lost(...GOOD) }];
  }
  const claims = GOOD.map((was) => ({ was, choices: lost(was) }));
  const places = claims.filter(({ choices }) => choices.length > 0);
  if (places.length > 0) return places;
  const returned = lost('out');
  return returned.length > 0 ? [{ was: 'out', choices: returned }] : [];
}

/** Whether anything is proved at all. */
export function claimsAnything({ state, statuses }: Claims): boolean {
  return isProof(state) || [...statuses.values()].some((status) => STILL[status] !== undefined);
}

/** The choices that had one of these statuses, and for which it holds no more. */
function losers(before: Claims, after: Claims, statuses: readonly Status[]): readonly ChoiceId[] {
  return [...before.statuses]
    .filter(([choice, status]) => {
      const now = after.statuses.get(choice) ?? 'open';
      return statuses.includes(status) && !STILL[status]?.includes(now);
    })
    .map(([choice]) => choice);
}

function isProof(state: Claims['state']): boolean {
  return state.endsWith('-certain');
}
