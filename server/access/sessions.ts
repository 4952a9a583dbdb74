import type { AccessSources } from './access-sources.ts';
import type { Account, Credential } from './account.ts';
import type { AccountEventKind } from './account-event.ts';
import { secretHash } from './secret-hash.ts';

/** Who somebody is, by what they carry. */
export interface Sessions {
  bySession(session: string): Promise<Account | null>;
  byToken(token: string): Promise<Account | null>;
  signOut(session: string, from?: string | null): Promise<void>;
  /** Ends every session of the one who has this session. */
  signOutEverywhere(session: string, from?: string | null): Promise<void>;
}

export function openSessions(sources: AccessSources): Sessions {
  const { store, now } = sources;
  const bySession = async (session: string) =>
    holderOf(sources, await store.credential('session', secretHash(session)));

  async function note(kind: AccountEventKind, { id }: Account, from: string | null): Promise<void> {
    await store.note({ at: now(), kind, about: id, by: id, from, detail: null });
  }

  return {
    bySession,
    byToken: async (token) => holderOf(sources, await store.credential('token', secretHash(token))),
    async signOut(session, from = null) {
      const account = await bySession(session);
      await store.takeCredential('session', secretHash(session));
      if (account !== null) await note('signed-out', account, from);
    },
    async signOutEverywhere(session, from = null) {
      const account = await bySession(session);
      if (account === null) return;
      await store.forgetCredentials(account.id, 'session');
      await note('signed-out-everywhere', account, from);
    },
  };
}

/** The account behind a credential that still holds. */
export async function holderOf(
  { store, now }: Pick<AccessSources, 'store' | 'now'>,
  found: Credential | null,
): Promise<Account | null> {
  if (found === null) return null;
  if (found.expiresAt !== null && found.expiresAt <= now()) return null;
  const account = await store.byId(found.account);
  return account?.removedAt === null ? account : null;
}
