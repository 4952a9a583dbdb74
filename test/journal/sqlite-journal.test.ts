import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, it, vi } from 'vitest';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { dataFolders } from './data-folders.ts';
import { journalContract } from './journal-contract.ts';
import { countedSalts, noticeEntries, noticeEntry } from './make-entry.ts';

const newFolder = dataFolders();
// A thread takes its time to start where a machine is busy.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

journalContract('a journal in SQLite', () =>
  openSqliteJournal({ directory: newFolder(), salt: countedSalts() }),
);

it('a write that fails is never acknowledged, nor is anything after it', async () => {
  const directory = newFolder();
  const journal = await openSqliteJournal({ directory, salt: countedSalts() });
  await journal.append(noticeEntries(1, 2));
  const database = new Database(join(directory, 'journal.db'));
  database.exec('ALTER TABLE entries RENAME TO elsewhere');
  database.close();
  const lost = [journal.append([noticeEntry(3)]), journal.append([noticeEntry(4)])];
  const outcomes = await Promise.allSettled(lost);
  expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await expect(journal.append([noticeEntry(5)])).rejects.toThrow('no such table');
  expect(journal.head().seq).toBe(2);
  await journal.close();
});

it('who sent what can be read by the server’s own account alone', async () => {
  const directory = newFolder();
  const journal = await openSqliteJournal({ directory, salt: countedSalts() });
  await journal.append(noticeEntries(1, 2));
  const open = readdirSync(directory)
    .filter((name) => !name.startsWith('lock'))
    .filter((name) => (statSync(join(directory, name)).mode & 0o077) !== 0);
  expect(open).toEqual([]);
  await journal.close();
});
