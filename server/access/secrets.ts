import { instantOf, msOf } from '../../shared/basics/instant.ts';
import type { AccessSources } from './access-sources.ts';
import type { Account, CredentialKind } from './account.ts';
import type { AccountEventKind, Doer } from './account-event.ts';
import type { AccountStore } from './account-store.ts';
import { secretHash } from './secret-hash.ts';

const HOUR_MS = 3_600_000;
/** A long night, the week to certification, and the day after. */
export const SESSION_HOLDS_MS = 14 * 24 * HOUR_MS;

const HOLDS_MS: Readonly<Record<CredentialKind, number | null>> = {
  link: 24 * HOUR_MS,
  session: SESSION_HOLDS_MS,
  token: null,
};

const EVENT = {
  link: 'link-made',
  session: 'signed-in',
  token: 'token-made',
} as const satisfies Readonly<Record<CredentialKind, AccountEventKind>>;

/** A secret is shown this once; only its hash is kept. */
export interface NewSecret {
  readonly account: Account;
  readonly secret: string;
}

/** Gives an account a new secret. `detail`: by what one signed in. */
export type GiveSecret = (
  account: Account,
  kind: CredentialKind,
  doer: Doer,
  detail?: string,
) => Promise<NewSecret>;

export function giveSecrets({ store, now, secret: newSecret }: AccessSources): GiveSecret {
  return async (account, kind, { by, from }, detail) => {
    const secret = newSecret();
    const at = now();
    const holdsMs = HOLDS_MS[kind];
    const expiresAt = holdsMs === null ? null : instantOf(msOf(at) + holdsMs);
    await store.forgetExpired(at);
    await store.addCredential(
      { kind, hash: secretHash(secret), account: account.id, expiresAt },
      { at, kind: EVENT[kind], about: account.id, by, from, detail: detail ?? null },
    );
    return { account, secret };
  };
}

/** A new link or token in place of the one before it. */
export async function renewed(
  give: GiveSecret,
  store: AccountStore,
  account: Account,
  kind: 'link' | 'token',
  doer: Doer,
): Promise<NewSecret> {
  await store.forgetCredentials(account.id, kind);
  return give(account, kind, doer);
}
