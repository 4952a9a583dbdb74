import type { AccountId } from '../../shared/basics/ids.ts';
import type { Account, Credential } from './account.ts';
import type { AccountStore } from './account-store.ts';

/** Keeps accounts for as long as the process lives. */
export function openMemoryAccountStore(): AccountStore {
  const accounts = new Map<AccountId, Account>();
  const credentials = new Map<string, Credential>();

  const living = (name: string) =>
    [...accounts.values()].find((account) => account.name === name && account.removedAt === null) ??
    null;

  function forget(matches: (credential: Credential) => boolean): void {
    for (const [key, credential] of credentials) if (matches(credential)) credentials.delete(key);
  }

  return {
    async add(account) {
      if (living(account.name) !== null) return false;
      accounts.set(account.id, account);
      return true;
    },
    list: async () => [...accounts.values()],
    byId: async (id) => accounts.get(id) ?? null,
    byName: async (name) => living(name),
    async remove(id, at) {
      const account = accounts.get(id);
      if (account) accounts.set(id, { ...account, removedAt: at });
      forget((credential) => credential.account === id);
    },
    async addCredential(credential) {
      credentials.set(`${credential.kind} ${credential.hash}`, credential);
    },
    credential: async (kind, hash) => credentials.get(`${kind} ${hash}`) ?? null,
    async takeCredential(kind, hash) {
      const taken = credentials.get(`${kind} ${hash}`) ?? null;
      credentials.delete(`${kind} ${hash}`);
      return taken;
    },
    async forgetCredentials(account, kind) {
      forget((credential) => credential.account === account && credential.kind === kind);
    },
    async forgetExpired(at) {
      forget(({ expiresAt }) => expiresAt !== null && expiresAt <= at);
    },
    async close() {},
  };
}
