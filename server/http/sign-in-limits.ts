import type { SignIns } from '../access/sign-ins.ts';
import { type AttemptLimits, type Attempts, countAttempts, type TooMany } from './attempts.ts';
import { senderOf } from './sender-of.ts';

const MINUTE_MS = 60_000;
/** A newsroom comes from one address: those who get in are not counted. */
const OF_ADDRESS: AttemptLimits = { most: 20, withinMs: MINUTE_MS };
/** So few that a password of a few words is never guessed, and over so soon that nobody is kept out. */
const OF_ACCOUNT: AttemptLimits = { most: 5, withinMs: MINUTE_MS };

export interface Attempt {
  readonly address: string;
  /** As it was typed; null for a sign-in link, which cannot be guessed and names nobody. */
  readonly name: string | null;
}

/** An attempt that may be made, or may not for now. */
export interface Allowed {
  readonly tooMany: TooMany | null;
  /** It succeeded: it does not count. */
  forgive(): void;
}

/** How often one may try to sign in. */
export type SignInLimits = (attempt: Attempt) => Promise<Allowed>;

/**
 * Attempts that failed are counted by address, and by account. Whoever keeps guessing at an account
 * from anywhere could so keep its person out; therefore an address from which that person has signed in
 * before has a count of its own, and links are not counted by account at all.
 */
export function signInLimits(
  access: Pick<SignIns, 'hasSignedIn'>,
  elapsedMs: () => number,
): SignInLimits {
  const byAddress = countAttempts(OF_ADDRESS, elapsedMs);
  const byAccount = countAttempts(OF_ACCOUNT, elapsedMs);

  async function countsOf({ address, name }: Attempt): Promise<readonly Count[]> {
    const sender = senderOf(address);
    const ofAddress: Count = [byAddress, sender];
    if (name === null) return [ofAddress];
    const isKnown = await access.hasSignedIn(name, address);
    return [ofAddress, [byAccount, JSON.stringify(isKnown ? [name, sender] : [name])]];
  }

  return async (attempt) => {
    const counts = await countsOf(attempt);
    const begun = counts.map(([attempts, who]) => attempts.begin(who));
    const [tooMany = null] = begun.filter((one) => one !== 'go');
    const forgive = () => {
      for (const [attempts, who] of counts) attempts.forgive(who);
    };
    return { tooMany, forgive };
  };
}

type Count = readonly [attempts: Attempts, who: string];
