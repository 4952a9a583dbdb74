import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { openAccess } from '../../server/access/access.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { openPasswords } from '../../server/access/passwords.ts';
import { openSqliteAccountStore } from '../../server/access/sqlite-account-store.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import { describeAccountStore } from './account-store-contract.ts';
import { CHEAP } from './cheap-passwords.ts';

const folder = mkdtempSync(join(tmpdir(), 'fiftyline-accounts-'));
afterAll(() => rmSync(folder, { recursive: true }));
let folders = 0;
const freshFolder = () => join(folder, String(++folders));

describeAccountStore('accounts in memory', openMemoryAccountStore);
describeAccountStore('accounts in SQLite', (most) => openSqliteAccountStore(freshFolder(), most));

it('finds what another process wrote, and what was there before', async () => {
  const directory = freshFolder();
  const server = openSqliteAccountStore(directory);
  const commandLine = openSqliteAccountStore(directory);
  const sources = { now: () => instantOf(0), secret: () => 'code', id: () => 'a' };
  const access = openAccess({ ...sources, store: commandLine });
  await access.addAccount('Ana', 'editor', 'person');
  await access.newLink('Ana');
  await access.close();
  expect((await openAccess({ ...sources, store: server }).signIn('code'))?.account.name).toBe(
    'Ana',
  );
  await server.close();
});

it('holds no secret in its file, and only its owner may read it', async () => {
  const directory = freshFolder();
  const store = openSqliteAccountStore(directory);
  let made = 0;
  const secret = 'a-secret-that-must-not-be-on-the-disk';
  const access = openAccess({
    store,
    now: () => instantOf(0),
    secret: () => secret,
    id: () => `id ${++made}`,
    passwords: openPasswords(() => 'salt', CHEAP),
  });
  await access.addAccount('feed', 'entry', 'machine');
  await access.newToken('feed');
  await access.addAccount('Ana', 'editor', 'person');
  await access.setPassword('Ana', secret);
  expect(statSync(join(directory, 'accounts.db')).mode & 0o777).toBe(0o600);
  const bytes = readdirSync(directory).map((name) => readFileSync(join(directory, name), 'latin1'));
  expect(bytes.join('')).toContain('feed');
  expect(bytes.join('')).not.toContain(secret);
  await store.close();
});

it('sees by the stamp that another process changed something', async () => {
  const directory = freshFolder();
  const server = openSqliteAccountStore(directory);
  const commandLine = openSqliteAccountStore(directory);
  const before = await server.stamp();
  const sources = { now: () => instantOf(0), secret: () => 'code', id: () => 'a' };
  const access = openAccess({ ...sources, store: commandLine });
  await access.addAccount('Ana', 'editor', 'person');
  expect(await server.stamp()).not.toBe(before);
  await access.close();
  await server.close();
});
