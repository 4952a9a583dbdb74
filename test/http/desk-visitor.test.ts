import { beforeEach, expect, it } from 'vitest';
import { type Access, openAccess } from '../../server/access/access.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { deskVisitor } from '../../server/http/desk-visitor.ts';
import { present } from '../../shared/basics/assert.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import type { Role } from '../../shared/night/actor.ts';

let access: Access;

beforeEach(() => {
  let made = 0;
  access = openAccess({
    store: openMemoryAccountStore(),
    now: () => instantOf(0),
    secret: () => `secret-${++made}`,
    id: () => `id-${++made}`,
  });
});

async function cookieOf(name: string, role: Role): Promise<string> {
  await access.addAccount(name, role, 'person');
  const link = await access.newLink(name);
  const session = await access.signIn(present(link.ok ? link.value : null, 'link').secret);
  return `fiftyline=${present(session, 'session').secret}`;
}

const visitor = (headers: Record<string, string>) =>
  deskVisitor({ access, publicUrl: null }, { host: 'wall.local:5050', ...headers });

it('lets an editor’s browser in from our own pages, and from no other', async () => {
  const cookie = await cookieOf('Ana', 'editor');
  const ana = { id: expect.any(String), readsHolds: true };
  expect(await visitor({ cookie })).toEqual(ana);
  expect(await visitor({ cookie, origin: 'http://wall.local:5050' })).toEqual(ana);
  expect(await visitor({ cookie, 'sec-fetch-site': 'same-origin' })).toEqual(ana);
  expect(await visitor({ cookie, origin: 'http://evil.example' })).toBeNull();
  expect(await visitor({ cookie, 'sec-fetch-site': 'cross-site' })).toBeNull();
});

it('lets in nobody who is not signed in', async () => {
  expect(await visitor({})).toBeNull();
  expect(await visitor({ cookie: 'fiftyline=guessed' })).toBeNull();
});

it('shows what is held to no one who may not read it', async () => {
  const cookie = await cookieOf('Ben', 'entry');
  expect(await visitor({ cookie })).toMatchObject({ readsHolds: false });
});

it('lets nobody stay who was removed', async () => {
  const cookie = await cookieOf('Ana', 'editor');
  await access.remove('Ana', 'person');
  expect(await visitor({ cookie })).toBeNull();
});
