import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dataFolders } from '../journal/data-folders.ts';
import { type BuiltProcess, buildProcess } from './built-process.ts';
import { endOf, startAsNobody, startProcess } from './processes.ts';

const SERVE = new URL('./serve-process.ts', import.meta.url);
const IS_ROOT = process.getuid?.() === 0;

const newFolder = dataFolders();
let built: BuiltProcess;

beforeAll(async () => {
  built = await buildProcess(SERVE);
});
afterAll(() => built.remove());

/** What whoever starts a server is told, which is one line and no more. */
async function lineOf(process: ReturnType<typeof startProcess>): Promise<string> {
  const { code, said } = await endOf(process);
  expect([code, said.trim().split('\n').length]).toEqual([1, 1]);
  return said.trim();
}

it('a file in the place of the data folder is named, with what to do', async () => {
  const file = join(newFolder(), 'night');
  writeFileSync(file, '');
  expect(await lineOf(startProcess(built.file, file))).toBe(
    `The data folder ${file} cannot be used: there is a file in its place (EEXIST). Name a folder with --data.`,
  );
  expect(await lineOf(startProcess(built.file, join(file, 'below')))).toContain(
    'there is a file in its place (ENOTDIR)',
  );
});

it('a data folder that may not be written to is named, with what to do', async () => {
  const around = newFolder();
  const folder = join(around, 'night');
  mkdirSync(folder);
  chmodSync(around, 0o755);
  chmodSync(folder, 0o555);
  // Permissions do not bind root, who becomes somebody else for it.
  const process = IS_ROOT ? startAsNobody(built.file, folder) : startProcess(built.file, folder);
  expect(await lineOf(process)).toBe(
    `The data folder ${folder} cannot be used: it may not be written to (SQLITE_CANTOPEN). Let the account that runs Fiftyline write there, or name another folder with --data.`,
  );
  chmodSync(folder, 0o755);
});

it('a port in use is named, with another to take, and the folder is left as it was', async () => {
  const other = createServer();
  other.listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0;
  const folder = newFolder();
  expect(await lineOf(startProcess(built.file, folder, String(port)))).toBe(
    `Port ${port} is in use. Stop what uses it, or take another: --port ${port + 1}`,
  );
  other.close();
  const server = startProcess(built.file, folder);
  const [{ url }] = await once(server, 'message');
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  server.kill('SIGKILL');
});

it('an address that is not this machine’s is named, with what to do', async () => {
  // Set aside for documents: no machine has it.
  expect(await lineOf(startProcess(built.file, newFolder(), '0', '203.0.113.1'))).toBe(
    'No server can listen at 203.0.113.1, port 0 (EADDRNOTAVAIL). Take an address of this machine with --host, and a port from 1024 up with --port.',
  );
});

it('a second server on a data folder says so, and the first goes on', async () => {
  const folder = newFolder();
  const first = startProcess(built.file, folder);
  const [{ url }] = await once(first, 'message');
  expect(await lineOf(startProcess(built.file, folder))).toBe(
    `The data folder ${folder} is in use by another Fiftyline server. Stop that one, or give this one a folder of its own with --data.`,
  );
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
  first.kill('SIGKILL');
});
