import { cpSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { Command } from 'commander';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runProgram } from '../../server/cli/run-program.ts';
import { verifyCommand } from '../../server/cli/verify.ts';
import { NOTHING, sealEntry } from '../../server/journal/chain.ts';
import { openWriter } from '../../server/journal/sqlite-writer.ts';
import { dataFolders } from '../journal/data-folders.ts';
import { countedSalts, noticeEntries } from '../journal/make-entry.ts';

const newFolder = dataFolders();

function folderOf(count: number): string {
  const directory = newFolder();
  const opened = openWriter(directory, 'epoch');
  if (!opened.ok) throw new Error(opened.reason);
  const salt = countedSalts();
  let { hash } = NOTHING;
  for (const entry of noticeEntries(1, count)) {
    const sealed = sealEntry(entry, hash, { body: salt(), secret: salt() });
    opened.value.write([sealed]);
    hash = sealed.hash;
  }
  opened.value.close();
  return directory;
}

let said: string[] = [];

beforeEach(() => {
  said = [];
  for (const stream of ['log', 'error'] as const)
    vi.spyOn(console, stream).mockImplementation((line: string) => void said.push(line));
});

afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

async function run(...words: string[]): Promise<typeof process.exitCode> {
  await runProgram(new Command('fiftyline').addCommand(verifyCommand()), ['verify', ...words]);
  return process.exitCode;
}

it('says that a record holds, and how far it goes', async () => {
  expect(await run('--data', folderOf(7))).toBeUndefined();
  expect(said).toEqual([
    expect.stringMatching(/^The record holds: entries 1 to 7\. Head: 7 [0-9a-f]{64}$/),
  ]);
});

it('ends with 1 and names the first entry that does not hold', async () => {
  const directory = folderOf(7);
  const database = new Database(join(directory, 'journal.db'));
  database.exec('DELETE FROM entries WHERE seq IN (4, 6)');
  database.close();
  expect(await run('--data', directory)).toBe(1);
  expect(said).toEqual([expect.stringContaining('The record does not hold: entry 4 is missing')]);
});

it('ends with 1 where the end was cut off by putting an older table back', async () => {
  const [older, directory] = [folderOf(5), folderOf(7)];
  cpSync(join(older, 'journal.db'), join(directory, 'journal.db'));
  expect(await run('--data', directory)).toBe(1);
  expect(said).toEqual([expect.stringContaining('ends with entry 5, but entry 7')]);
});

it('ends with 1 where there is no journal', async () => {
  expect(await run('--data', newFolder())).toBe(1);
  expect(said).toEqual([expect.stringContaining('there is no journal in')]);
});

it('ends with 1 where no server can be asked', async () => {
  expect(await run('--url', 'http://127.0.0.1:1')).toBe(1);
  expect(said).toEqual(['No journal can be read at http://127.0.0.1:1.']);
});

it('ends with 2 where both a folder and a server are named', async () => {
  vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  expect(await run('--url', 'http://127.0.0.1:1', '--data', 'var')).toBe(2);
});
