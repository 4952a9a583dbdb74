import type { ChoiceId } from '../basics/ids.ts';
import type { Claims } from './claims-of.ts';

/** Something that had been proved, of these choices, and no longer is. */
export interface LostClaim {
  /** An outcome state, or a choice's status. */
  readonly was: string;
  readonly choices: readonly ChoiceId[];
}

/** Statuses that are proofs. At least a runoff place is not lost where it has become a win or an advance. */
const STILL = {
  'win-certain': ['win-certain'],
  through: ['through'],
  placed: ['placed', 'through', 'win-certain'],
  out: ['out'],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** What `before` proved and `after` does not. */
export function lostClaims(before: Claims, after: Claims): readonly LostClaim[] {
  const lost = Object.entries(STILL).map(([was, still]: [string, readonly string[]]) => ({
    was,
    choices: [...before.statuses]
      .filter(([choice, status]) => status === was && !still.includes(statusIn(after, choice)))
      .map(([choice]) => choice),
  }));
  const isLost = isProof(before.state) && before.state !== after.state;
  const outcome = isLost ? [{ was: before.state, choices: [] }] : [];
  // A win that is lost is told of whoever had it.
  const told = lost.filter(({ choices }) => choices.length > 0);
  return [...outcome.filter(({ was }) => !told.some((claim) => claim.was === was)), ...told];
}

/** Whether anything is proved at all. */
export function claimsAnything({ state, statuses }: Claims): boolean {
  return isProof(state) || [...statuses.values()].some((status) => status in STILL);
}

function isProof(state: Claims['state']): boolean {
  return state.endsWith('-certain');
}

function statusIn({ statuses }: Claims, choice: ChoiceId): string {
  return statuses.get(choice) ?? 'open';
}
