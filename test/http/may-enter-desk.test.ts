import { beforeEach, expect, it } from 'vitest';
import { type Access, openAccess } from '../../server/access/access.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { mayEnterDesk } from '../../server/http/may-enter-desk.ts';
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

const mayEnter = (headers: Record<string, string>) =>
  mayEnterDesk({ access, publicUrl: null }, { host: 'wall.local:5050', ...headers });

it('lets an editor’s browser in from our own pages, and from no other', async () => {
  const cookie = await cookieOf('Ana', 'editor');
  expect(await mayEnter({ cookie })).toBe(true);
  expect(await mayEnter({ cookie, origin: 'http://wall.local:5050' })).toBe(true);
  expect(await mayEnter({ cookie, 'sec-fetch-site': 'same-origin' })).toBe(true);
  expect(await mayEnter({ cookie, origin: 'http://evil.example' })).toBe(false);
  expect(await mayEnter({ cookie, 'sec-fetch-site': 'cross-site' })).toBe(false);
});

it('lets in nobody who may not read holds', async () => {
  expect(await mayEnter({})).toBe(false);
  expect(await mayEnter({ cookie: 'fiftyline=guessed' })).toBe(false);
  expect(await mayEnter({ cookie: await cookieOf('Ben', 'entry') })).toBe(false);
});

it('lets nobody stay who was removed', async () => {
  const cookie = await cookieOf('Ana', 'editor');
  await access.remove('Ana', 'person');
  expect(await mayEnter({ cookie })).toBe(false);
});
