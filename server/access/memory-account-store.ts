import type { AccountId } from '../../shared/basics/ids.ts';
import type { Account, Credential } from './account.ts';
import type { AccountEvent, KeptEvent } from './account-event.ts';
import { type AccountStore, MOST_REFUSALS } from './account-store.ts';

/** Keeps accounts for as long as the process lives. */
export function openMemoryAccountStore(mostRefusals = MOST_REFUSALS): AccountStore {
  const accounts = new Map<AccountId, Account>();
  const credentials = new Map<string, Credential>();
  const passwords = new Map<AccountId, string>();
  let events: KeptEvent[] = [];
  let lastEvent = 0;
  let changes = 0;

  const living = (name: string) =>
    [...accounts.values()].find((account) => account.name === name && account.removedAt === null) ??
    null;

  function forget(matches: (credential: Credential) => boolean): void {
    changes += 1;
    for (const [key, credential] of credentials) if (matches(credential)) credentials.delete(key);
  }

  function change(id: AccountId, parts: Partial<Account>): void {
    const account = accounts.get(id);
    if (account) accounts.set(id, { ...account, ...parts });
  }

  function note(event: AccountEvent): void {
    changes += 1;
    lastEvent += 1;
    events.push({ id: lastEvent, ...event });
    const refusals = events.filter(({ kind }) => kind === 'sign-in-refused');
    const oldest = refusals.length > mostRefusals ? refusals[0] : undefined;
    if (oldest) events = events.filter((kept) => kept !== oldest);
  }

  return {
    async add(account, event) {
      if (living(account.name) !== null) return false;
      accounts.set(account.id, account);
      note(event);
      return true;
    },
    list: async () => [...accounts.values()],
    byId: async (id) => accounts.get(id) ?? null,
    byName: async (name) => living(name),
    async changeRole(id, role, event) {
      change(id, { role });
      note(event);
    },
    async remove(id, at, event) {
      change(id, { removedAt: at });
      forget((credential) => credential.account === id);
      passwords.delete(id);
      note(event);
    },
    password: async (id) => passwords.get(id) ?? null,
    async setPassword(id, kept, event) {
      if (kept === null) passwords.delete(id);
      else passwords.set(id, kept);
      forget(({ account, kind }) => account === id && kind === 'session');
      note(event);
    },
    async addCredential(credential, event) {
      credentials.set(`${credential.kind} ${credential.hash}`, credential);
      note(event);
    },
    credential: async (kind, hash) => credentials.get(`${kind} ${hash}`) ?? null,
    async takeCredential(kind, hash) {
      const taken = credentials.get(`${kind} ${hash}`) ?? null;
      forget((credential) => credential === taken);
      return taken;
    },
    async forgetCredentials(account, kind) {
      forget((credential) => credential.account === account && credential.kind === kind);
    },
    async forgetExpired(at) {
      forget(({ expiresAt }) => expiresAt !== null && expiresAt <= at);
    },
    note: async (event) => note(event),
    eventsAfter: async (after, limit) => events.filter(({ id }) => id > after).slice(0, limit),
    eventsBefore: async (before, limit) =>
      events
        .filter(({ id }) => id < before)
        .toReversed()
        .slice(0, limit),
    hasSignedIn: async (account, from) =>
      events.some(
        (event) => event.kind === 'signed-in' && event.about === account && event.from === from,
      ),
    stamp: async () => String(changes),
    async close() {},
  };
}
