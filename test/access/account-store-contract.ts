import { beforeEach, describe, expect, it } from 'vitest';
import type { Account } from '../../server/access/account.ts';
import type { AccountStore } from '../../server/access/account-store.ts';
import type { AccountId } from '../../shared/basics/ids.ts';
import { instantOf } from '../../shared/basics/instant.ts';

const NOON = instantOf(1_492_531_200_000);
const LATER = instantOf(1_492_534_800_000);

function account(id: string, name: string): Account {
  return {
    id: id as AccountId,
    name,
    role: 'editor',
    kind: 'person',
    createdAt: NOON,
    removedAt: null,
  };
}

/** What every account store does, whatever it keeps them in. */
export function describeAccountStore(name: string, open: () => AccountStore): void {
  describe(name, () => {
    let store: AccountStore;
    beforeEach(() => {
      store = open();
      return () => store.close();
    });

    const link = (hash: string, of: string, expiresAt: typeof NOON | null = null) =>
      ({ kind: 'link', hash, account: of as AccountId, expiresAt }) as const;

    it('finds an account by id and by name', async () => {
      expect(await store.add(account('a', 'Ana'))).toBe(true);
      expect(await store.byId('a' as AccountId)).toEqual(account('a', 'Ana'));
      expect(await store.byName('Ana')).toEqual(account('a', 'Ana'));
      expect(await store.byName('ana')).toBeNull();
    });

    it('keeps a name for one who has not been removed', async () => {
      await store.add(account('a', 'Ana'));
      expect(await store.add(account('b', 'Ana'))).toBe(false);
      expect((await store.list()).map(({ id }) => id)).toEqual(['a']);
      await store.remove('a' as AccountId, LATER);
      expect(await store.add(account('b', 'Ana'))).toBe(true);
      expect((await store.byName('Ana'))?.id).toBe('b');
    });

    it('keeps the name of one who was removed, with the time', async () => {
      await store.add(account('a', 'Ana'));
      await store.remove('a' as AccountId, LATER);
      expect(await store.byName('Ana')).toBeNull();
      expect(await store.byId('a' as AccountId)).toEqual({
        ...account('a', 'Ana'),
        removedAt: LATER,
      });
    });

    it('lists accounts in the order in which they came', async () => {
      for (const id of ['c', 'a', 'b']) await store.add(account(id, `name ${id}`));
      expect((await store.list()).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    });

    it('gives a credential once when it is taken, and again when it is only looked at', async () => {
      await store.add(account('a', 'Ana'));
      await store.addCredential(link('h', 'a', LATER));
      expect(await store.credential('link', 'h')).toEqual(link('h', 'a', LATER));
      expect(await store.takeCredential('link', 'h')).toEqual(link('h', 'a', LATER));
      expect(await store.takeCredential('link', 'h')).toBeNull();
      expect(await store.credential('link', 'h')).toBeNull();
    });

    it('does not take one kind of credential for another', async () => {
      await store.add(account('a', 'Ana'));
      await store.addCredential(link('h', 'a'));
      expect(await store.credential('session', 'h')).toBeNull();
      expect(await store.takeCredential('token', 'h')).toBeNull();
      expect(await store.credential('link', 'h')).not.toBeNull();
    });

    it('forgets every credential of who is removed, and nobody else’s', async () => {
      await store.add(account('a', 'Ana'));
      await store.add(account('b', 'Ben'));
      await store.addCredential(link('1', 'a'));
      await store.addCredential({ ...link('2', 'a'), kind: 'session' });
      await store.addCredential(link('3', 'b'));
      await store.remove('a' as AccountId, LATER);
      expect(await store.credential('link', '1')).toBeNull();
      expect(await store.credential('session', '2')).toBeNull();
      expect(await store.credential('link', '3')).not.toBeNull();
    });

    it('forgets one kind of an account’s credentials', async () => {
      await store.add(account('a', 'Ana'));
      await store.addCredential(link('1', 'a'));
      await store.addCredential({ ...link('2', 'a'), kind: 'session' });
      await store.forgetCredentials('a' as AccountId, 'link');
      expect(await store.credential('link', '1')).toBeNull();
      expect(await store.credential('session', '2')).not.toBeNull();
    });

    it('forgets what has ended, and keeps what ends later or never', async () => {
      await store.add(account('a', 'Ana'));
      await store.addCredential(link('old', 'a', NOON));
      await store.addCredential(link('new', 'a', LATER));
      await store.addCredential(link('ever', 'a'));
      await store.forgetExpired(NOON);
      expect(await store.credential('link', 'old')).toBeNull();
      expect(await store.credential('link', 'new')).not.toBeNull();
      expect(await store.credential('link', 'ever')).not.toBeNull();
    });
  });
}
