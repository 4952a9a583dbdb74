import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { folderFault } from '../../server/journal/folder-fault.ts';
import { verifyData } from '../../server/journal/verify-data.ts';
import { dataFolders } from '../journal/data-folders.ts';
import { type BuiltProcess, buildProcess } from './built-process.ts';
import { doorOf } from './door.ts';
import { endOf, startProcess, startWithLittleRoom } from './processes.ts';

const SERVE = new URL('./serve-process.ts', import.meta.url);
const newFolder = dataFolders();
let built: BuiltProcess;

beforeAll(async () => {
  built = await buildProcess(SERVE);
});
afterAll(() => built.remove());

it('a disk that is full ends the server, which says so; nothing acknowledged is lost', async () => {
  const folder = newFolder();
  const server = startWithLittleRoom(400, built.file, folder);
  const ended = endOf(server);
  const door = doorOf((await once(server, 'message'))[0]);
  await door.load();
  const acknowledged = await door.reportUntilRefused();
  const { code, said } = await ended;
  expect(code).toBe(1);
  expect(said).toContain(`The data folder ${folder} cannot be used: its disk`);
  expect(said).toContain('all that was acknowledged is there.');
  expect(acknowledged.length).toBeGreaterThan(10);

  expect(verifyData(folder)).toMatchObject({ ok: true });
  const again = startProcess(built.file, folder);
  const open = doorOf((await once(again, 'message'))[0]);
  for (const reportId of acknowledged) expect(await open.report(reportId)).toBe('duplicate');
  expect(await open.report('after-it')).toBe('accepted');
  again.kill('SIGKILL');
});

it.each([
  [
    'ENOSPC',
    Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' }),
  ],
  ['SQLITE_FULL', new Error('database or disk is full (SQLITE_FULL)')],
])('a full disk is known by %s', (code, error) => {
  expect(folderFault(error, 'var')).toBe(
    `The data folder var cannot be used: its disk is full (${code}). Make room and start Fiftyline again: all that was acknowledged is there.`,
  );
});

it('an error of another kind is not taken for one of the folder', () => {
  expect(folderFault(new TypeError('x is not a function'), 'var')).toBeNull();
  expect(folderFault('thrown', 'var')).toBeNull();
});
