import { chmodSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { type Access, openAccess } from '../../server/access/access.ts';
import { keepLocalToken, readLocalToken } from '../../server/access/local-token.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { instantOf } from '../../shared/basics/instant.ts';

let folder: string;
let access: Access;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fiftyline-local-'));
  let made = 0;
  access = openAccess({
    store: openMemoryAccountStore(),
    now: () => instantOf(0),
    secret: () => `secret-${++made}`,
    id: () => `id-${++made}`,
  });
  return () => rmSync(folder, { recursive: true });
});

const token = () => readLocalToken(folder) ?? '';

it('leaves a token in the data folder that makes its reader an admin', async () => {
  expect(readLocalToken(folder)).toBeNull();
  await keepLocalToken(access, folder);
  expect(await access.byToken(token())).toMatchObject({ name: 'local', role: 'admin' });
});

it('keeps a token that works, over restarts', async () => {
  await keepLocalToken(access, folder);
  const first = token();
  await keepLocalToken(access, folder);
  expect(token()).toBe(first);
});

it('replaces one that does not work, and closes the file to others', async () => {
  await keepLocalToken(access, folder);
  const file = join(folder, 'local-token');
  writeFileSync(file, 'something else');
  chmodSync(file, 0o644);
  await keepLocalToken(access, folder);
  expect((await access.byToken(token()))?.name).toBe('local');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});
