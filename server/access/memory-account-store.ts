import type { AccountId } from '../../shared/basics/ids.ts';
import type { Account, Credential } from './account.ts';
import type { AccountEvent } from './account-event.ts';
import { type AccountStore, MOST_REFUSALS } from './account-store.ts';
import { memoryEvents } from './memory-events.ts';

/** Keeps accounts for as long as the process lives. */
export function openMemoryAccountStore(mostRefusals = MOST_REFUSALS): AccountStore {
  const accounts: Accounts = new Map();
  const credentials = new Map<string, Credential>();
  const passwords = new Map<AccountId, string>();
  const events = memoryEvents(mostRefusals);
  let changes = 0;

  function forget(matches: (credential: Credential) => boolean): void {
    changes += 1;
    for (const [key, credential] of credentials) if (matches(credential)) credentials.delete(key);
  }

  function note(event: AccountEvent): void {
    changes += 1;
    events.write(event);
  }

  return {
    async add(account, event) {
      if (living(accounts, account.name) !== null) return false;
      accounts.set(account.id, account);
      note(event);
      return true;
    },
    list: async () => [...accounts.values()],
    byId: async (id) => accounts.get(id) ?? null,
    byName: async (name) => living(accounts, name),
    async changeRole(id, role, event) {
      change(accounts, id, { role });
      note(event);
    },
    async remove(id, at, event) {
      change(accounts, id, { removedAt: at });
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
    ...events.part,
    note: async (event) => note(event),
    stamp: async () => String(changes),
    async close() {},
  };
}

type Accounts = Map<AccountId, Account>;

function living(accounts: Accounts, name: string): Account | null {
  const named = [...accounts.values()].filter((account) => account.name === name);
  return named.find(({ removedAt }) => removedAt === null) ?? null;
}

function change(accounts: Accounts, id: AccountId, parts: Partial<Account>): void {
  const account = accounts.get(id);
  if (account) accounts.set(id, { ...account, ...parts });
}
