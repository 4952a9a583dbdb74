import { beforeEach, describe, expect, it } from 'vitest';
import type { Account, Credential } from '../../server/access/account.ts';
import type { AccountEvent, AccountEventKind } from '../../server/access/account-event.ts';
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

function event(
  kind: AccountEventKind,
  about: string | null,
  parts: Partial<AccountEvent> = {},
): AccountEvent {
  return {
    at: NOON,
    kind,
    by: null,
    about: about as AccountId | null,
    from: null,
    detail: null,
    ...parts,
  };
}

const MOST_REFUSALS = 5;

/** What every account store does, whatever it keeps them in. `open` takes how many refusals it keeps. */
export function describeAccountStore(
  name: string,
  open: (mostRefusals: number) => AccountStore,
): void {
  describe(name, () => {
    let store: AccountStore;
    beforeEach(() => {
      store = open(MOST_REFUSALS);
      return () => store.close();
    });

    const link = (hash: string, of: string, expiresAt: typeof NOON | null = null) =>
      ({ kind: 'link', hash, account: of as AccountId, expiresAt }) as const;

    const add = (one: Account) => store.add(one, event('account-added', one.id));
    const remove = (id: string) =>
      store.remove(id as AccountId, LATER, event('account-removed', id));
    const addCredential = (credential: Credential) =>
      store.addCredential(credential, event('link-made', credential.account));
    const kinds = async () => (await store.eventsAfter(0, 100)).map(({ kind }) => kind);

    it('finds an account by id and by name', async () => {
      expect(await add(account('a', 'Ana'))).toBe(true);
      expect(await store.byId('a' as AccountId)).toEqual(account('a', 'Ana'));
      expect(await store.byName('Ana')).toEqual(account('a', 'Ana'));
      expect(await store.byName('ana')).toBeNull();
    });

    it('keeps a name for one who has not been removed', async () => {
      await add(account('a', 'Ana'));
      expect(await add(account('b', 'Ana'))).toBe(false);
      expect((await store.list()).map(({ id }) => id)).toEqual(['a']);
      await remove('a');
      expect(await add(account('b', 'Ana'))).toBe(true);
      expect((await store.byName('Ana'))?.id).toBe('b');
    });

    it('keeps the name of one who was removed, with the time', async () => {
      await add(account('a', 'Ana'));
      await remove('a');
      expect(await store.byName('Ana')).toBeNull();
      expect(await store.byId('a' as AccountId)).toEqual({
        ...account('a', 'Ana'),
        removedAt: LATER,
      });
    });

    it('lists accounts in the order in which they came', async () => {
      for (const id of ['c', 'a', 'b']) await add(account(id, `name ${id}`));
      expect((await store.list()).map(({ id }) => id)).toEqual(['c', 'a', 'b']);
    });

    it('gives a credential once when it is taken, and again when it is only looked at', async () => {
      await add(account('a', 'Ana'));
      await addCredential(link('h', 'a', LATER));
      expect(await store.credential('link', 'h')).toEqual(link('h', 'a', LATER));
      expect(await store.takeCredential('link', 'h')).toEqual(link('h', 'a', LATER));
      expect(await store.takeCredential('link', 'h')).toBeNull();
      expect(await store.credential('link', 'h')).toBeNull();
    });

    it('does not take one kind of credential for another', async () => {
      await add(account('a', 'Ana'));
      await addCredential(link('h', 'a'));
      expect(await store.credential('session', 'h')).toBeNull();
      expect(await store.takeCredential('token', 'h')).toBeNull();
      expect(await store.credential('link', 'h')).not.toBeNull();
    });

    it('forgets every credential of who is removed, and nobody else’s', async () => {
      await add(account('a', 'Ana'));
      await add(account('b', 'Ben'));
      await addCredential(link('1', 'a'));
      await addCredential({ ...link('2', 'a'), kind: 'session' });
      await addCredential(link('3', 'b'));
      await remove('a');
      expect(await store.credential('link', '1')).toBeNull();
      expect(await store.credential('session', '2')).toBeNull();
      expect(await store.credential('link', '3')).not.toBeNull();
    });

    it('forgets one kind of an account’s credentials', async () => {
      await add(account('a', 'Ana'));
      await addCredential(link('1', 'a'));
      await addCredential({ ...link('2', 'a'), kind: 'session' });
      await store.forgetCredentials('a' as AccountId, 'link');
      expect(await store.credential('link', '1')).toBeNull();
      expect(await store.credential('session', '2')).not.toBeNull();
    });

    it('forgets what has ended, and keeps what ends later or never', async () => {
      await add(account('a', 'Ana'));
      await addCredential(link('old', 'a', NOON));
      await addCredential(link('new', 'a', LATER));
      await addCredential(link('ever', 'a'));
      await store.forgetExpired(NOON);
      expect(await store.credential('link', 'old')).toBeNull();
      expect(await store.credential('link', 'new')).not.toBeNull();
      expect(await store.credential('link', 'ever')).not.toBeNull();
    });

    it('changes a role', async () => {
      await add(account('a', 'Ana'));
      await store.changeRole('a' as AccountId, 'entry', event('role-changed', 'a'));
      expect((await store.byName('Ana'))?.role).toBe('entry');
    });

    it('keeps one password, which ends with its account and ends sessions when it changes', async () => {
      const ana = 'a' as AccountId;
      await add(account('a', 'Ana'));
      expect(await store.password(ana)).toBeNull();
      await addCredential({ ...link('s', 'a'), kind: 'session' });
      await addCredential(link('l', 'a'));
      await store.setPassword(ana, 'first', event('password-set', 'a'));
      await store.setPassword(ana, 'second', event('password-set', 'a'));
      expect(await store.password(ana)).toBe('second');
      expect(await store.credential('session', 's')).toBeNull();
      expect(await store.credential('link', 'l')).not.toBeNull();
      await store.setPassword(ana, null, event('password-removed', 'a'));
      expect(await store.password(ana)).toBeNull();
      await store.setPassword(ana, 'third', event('password-set', 'a'));
      await remove('a');
      expect(await store.password(ana)).toBeNull();
    });

    it('keeps what happened with each change, in order, and nothing of what did not', async () => {
      await add(account('a', 'Ana'));
      await add(account('b', 'Ana'));
      await addCredential(link('l', 'a'));
      await store.note(event('signed-in', 'a', { by: 'a' as AccountId, from: '10.0.0.9' }));
      await remove('a');
      expect(await kinds()).toEqual(['account-added', 'link-made', 'signed-in', 'account-removed']);
      const [, , signedIn] = await store.eventsAfter(0, 100);
      expect(signedIn).toEqual({
        ...event('signed-in', 'a', { by: 'a' as AccountId, from: '10.0.0.9' }),
        id: 3,
      });
    });

    it('gives what happened a page at a time, from either end', async () => {
      for (const about of ['a', 'b', 'c', 'd']) await store.note(event('signed-out', about));
      const about = (events: readonly AccountEvent[]) => events.map((one) => one.about);
      expect(about(await store.eventsAfter(1, 2))).toEqual(['b', 'c']);
      expect(about(await store.eventsAfter(4, 2))).toEqual([]);
      expect(about(await store.eventsBefore(4, 2))).toEqual(['c', 'b']);
      expect(about(await store.eventsBefore(Number.MAX_SAFE_INTEGER, 1))).toEqual(['d']);
    });

    it('forgets the oldest refused sign-ins beyond the most, and nothing else', async () => {
      await store.note(event('signed-in', 'a'));
      for (let at = 0; at < MOST_REFUSALS + 2; at += 1)
        await store.note(event('sign-in-refused', null, { detail: String(at) }));
      const all = await store.eventsAfter(0, MOST_REFUSALS + 10);
      expect(all).toHaveLength(MOST_REFUSALS + 1);
      expect(all[0]?.kind).toBe('signed-in');
      expect(all[1]?.detail).toBe('2');
    });

    it('knows from where somebody has signed in', async () => {
      const ana = 'a' as AccountId;
      await store.note(event('signed-in', 'a', { from: '10.0.0.9' }));
      await store.note(event('sign-in-refused', 'a', { from: '10.0.0.8' }));
      expect(await store.hasSignedIn(ana, '10.0.0.9')).toBe(true);
      expect(await store.hasSignedIn(ana, '10.0.0.8')).toBe(false);
      expect(await store.hasSignedIn('b' as AccountId, '10.0.0.9')).toBe(false);
    });

    it('has another stamp after every change, and the same while nothing happens', async () => {
      const stamps = [await store.stamp()];
      await add(account('a', 'Ana'));
      stamps.push(await store.stamp());
      await addCredential(link('l', 'a'));
      stamps.push(await store.stamp());
      await store.takeCredential('link', 'l');
      stamps.push(await store.stamp());
      await store.changeRole('a' as AccountId, 'entry', event('role-changed', 'a'));
      stamps.push(await store.stamp());
      expect(new Set(stamps).size).toBe(5);
      expect(await store.stamp()).toBe(stamps[4]);
    });
  });
}
