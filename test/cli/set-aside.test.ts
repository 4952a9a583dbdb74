import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { setAside } from '../../server/cli/set-aside.ts';
import { lockFolder } from '../../server/journal/folder-lock.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import type { ElectionId } from '../../shared/basics/ids.ts';
import { countedSalts, noticeEntry } from '../journal/make-entry.ts';
import { makeElection } from '../night/make-night.ts';

let folder: string;
let data: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fiftyline-aside-'));
  data = join(folder, 'demo');
  return () => rmSync(folder, { recursive: true });
});

/** A record with elections of these labels, beside accounts. */
async function play(night: string, ...labels: string[]): Promise<void> {
  const journal = await openSqliteJournal({ directory: data, salt: countedSalts() });
  const loaded = labels.map((label, at) => {
    const id = `${night}-${at}` as ElectionId;
    const election = makeElection({ id, labels: [label], contests: [] });
    const { body: _, ...place } = noticeEntry(journal.head().seq + at + 1);
    return { ...place, contest: null, kind: 'election-loaded', body: { election } } as const;
  });
  await journal.append(loaded);
  await journal.close();
  for (const name of ['accounts.db', 'local-token', 'night'])
    writeFileSync(join(data, name), night);
}

const nightIn = (name: string) => readFileSync(join(folder, name, 'night'), 'utf8');

it('leaves a folder with its accounts and no journal, and keeps the last night beside it', async () => {
  await play('first', 'reconstructed-order');
  setAside(data);
  expect(readdirSync(data).toSorted()).toEqual(['accounts.db', 'local-token']);
  expect(nightIn('demo-last')).toBe('first');
  await play('second', 'reconstructed-order', 'replay');
  setAside(data);
  expect(nightIn('demo-last')).toBe('second');
  expect(readdirSync(folder).toSorted()).toEqual(['demo', 'demo-last']);
});

it('never loses somebody’s own election, however often the demo is played', async () => {
  await play('own', 'reconstructed-order', 'simulated');
  setAside(data);
  await play('other own', 'primary');
  setAside(data);
  for (const _time of [1, 2]) {
    await play('demo', 'reconstructed-order');
    setAside(data);
  }
  expect([nightIn('demo-kept-1'), nightIn('demo-kept-2'), nightIn('demo-last')]).toEqual([
    'own',
    'other own',
    'demo',
  ]);
});

it('keeps a record that it cannot read for good', async () => {
  await play('broken', 'reconstructed-order');
  writeFileSync(join(data, 'journal.db'), 'no database');
  rmSync(join(data, 'journal.db-wal'), { force: true });
  setAside(data);
  expect(nightIn('demo-kept-1')).toBe('broken');
});

it('has nothing to do where nothing has been played', () => {
  setAside(data);
  expect(existsSync(`${data}-last`)).toBe(false);
});

it('keeps the last night where the one after it never began', async () => {
  await play('first', 'reconstructed-order');
  setAside(data);
  await play('none');
  setAside(data);
  expect(nightIn('demo-last')).toBe('first');
});

it('leaves a folder alone that a server is using', async () => {
  await play('first', 'reconstructed-order');
  const unlock = lockFolder(data);
  expect(() => setAside(data)).toThrow('Another server is using');
  expect(existsSync(join(data, 'journal.db'))).toBe(true);
  unlock?.();
});
