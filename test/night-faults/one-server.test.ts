import { once } from 'node:events';
import { expect, it } from 'vitest';
import { openWriter } from '../../server/journal/sqlite-writer.ts';
import { dataFolders } from '../journal/data-folders.ts';
import type { FromDesk } from './desk-process.ts';
import { endOf, startProcess, until } from './processes.ts';

const DESK = new URL('./desk-process.ts', import.meta.url);
const JOURNAL = new URL('./journal-process.ts', import.meta.url);
const newFolder = dataFolders();
const isReady = (message: FromDesk) => 'stage' in message && message.stage === 'ready';

it('a data folder takes one server, until that one dies', async () => {
  const directory = newFolder();
  const holder = startProcess(DESK, directory);
  await until(holder, isReady);
  expect(await endOf(startProcess(DESK, directory))).toMatchObject({
    code: 1,
    said: expect.stringContaining('is in use by another Fiftyline server'),
  });
  holder.kill('SIGKILL');
  await once(holder, 'exit');
  const opened = openWriter(directory, 'epoch');
  expect(opened.ok).toBe(true);
  if (opened.ok) opened.value.close();
}, 60_000);

it('a process whose reader cannot take an entry ends, rather than show something false', async () => {
  expect(await endOf(startProcess(JOURNAL))).toMatchObject({
    code: 1,
    said: expect.stringContaining('cannot be applied'),
  });
}, 60_000);
