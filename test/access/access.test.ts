import { beforeEach, expect, it } from 'vitest';
import { type Access, openAccess } from '../../server/access/access.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { present } from '../../shared/basics/assert.ts';
import { instantOf } from '../../shared/basics/instant.ts';

const HOUR_MS = 3_600_000;
let nowMs: number;
let access: Access;

beforeEach(() => {
  nowMs = 0;
  let made = 0;
  access = openAccess({
    store: openMemoryAccountStore(),
    now: () => instantOf(nowMs),
    secret: () => `secret ${++made}`,
    id: () => `id-${++made}`,
  });
});

async function linkFor(name: string): Promise<string> {
  await access.addAccount(name, 'editor', 'person');
  const link = await access.newLink(name);
  return present(link.ok ? link.value : null, 'link').secret;
}

it('signs a person in once by a link, and knows the session that began', async () => {
  const code = await linkFor('Ana');
  const session = present(await access.signIn(code), 'session');
  expect((await access.bySession(session.secret))?.name).toBe('Ana');
  expect(await access.signIn(code)).toBeNull();
});

it('lets only one of two who open a link at the same moment in', async () => {
  const code = await linkFor('Ana');
  const both = await Promise.all([access.signIn(code), access.signIn(code)]);
  expect(both.filter((session) => session !== null)).toHaveLength(1);
});

it('lets a link end after a day', async () => {
  const code = await linkFor('Ana');
  nowMs += 24 * HOUR_MS;
  expect(await access.signIn(code)).toBeNull();
});

it('lets a session end after two weeks', async () => {
  const session = present(await access.signIn(await linkFor('Ana')), 'session').secret;
  nowMs += 14 * 24 * HOUR_MS - 1;
  expect(await access.bySession(session)).not.toBeNull();
  nowMs += 1;
  expect(await access.bySession(session)).toBeNull();
});

it('ends a session at sign-out, and no other', async () => {
  const ana = present(await access.signIn(await linkFor('Ana')), 'session').secret;
  const ben = present(await access.signIn(await linkFor('Ben')), 'session').secret;
  await access.signOut(ana);
  expect(await access.bySession(ana)).toBeNull();
  expect((await access.bySession(ben))?.name).toBe('Ben');
});

it('ends the sessions and unused links of a person who is removed', async () => {
  const session = present(await access.signIn(await linkFor('Ana')), 'session').secret;
  const link = await access.newLink('Ana');
  await access.remove('Ana', 'person');
  expect(await access.bySession(session)).toBeNull();
  expect(await access.signIn(present(link.ok ? link.value : null, 'link').secret)).toBeNull();
  expect(await access.list('person')).toEqual([]);
});

it('takes a new link in place of the one before it', async () => {
  const first = await linkFor('Ana');
  await access.newLink('Ana');
  expect(await access.signIn(first)).toBeNull();
});

it('takes a machine’s newest token only, and no session or link for a token', async () => {
  await access.addAccount('feed', 'entry', 'machine');
  const first = await access.newToken('feed');
  const second = await access.newToken('feed');
  expect(await access.byToken(present(first.ok ? first.value : null, 'token').secret)).toBeNull();
  const token = present(second.ok ? second.value : null, 'token').secret;
  expect((await access.byToken(token))?.name).toBe('feed');
  expect(await access.bySession(token)).toBeNull();
  expect(await access.signIn(token)).toBeNull();
  expect((await access.byToken(token))?.name).toBe('feed');
});

it('says so where a name is taken, unknown or unusable', async () => {
  await access.addAccount('Ana', 'editor', 'person');
  expect(await access.addAccount('Ana', 'entry', 'machine')).toMatchObject({
    reason: { code: 'name-taken' },
  });
  expect(await access.newLink('Ben')).toMatchObject({ reason: { code: 'unknown-account' } });
  expect(await access.newToken('Ana')).toMatchObject({ reason: { code: 'unknown-account' } });
  for (const name of ['', ' Ana', 'x'.repeat(81)])
    expect(await access.addAccount(name, 'entry', 'person')).toMatchObject({
      reason: { code: 'invalid' },
    });
});
