import { cpSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { vi } from 'vitest';
import { NOTHING, sealEntry } from '../../server/journal/chain.ts';
import type { SealedEntry } from '../../server/journal/journal.ts';
import { openWriter, type Writer } from '../../server/journal/sqlite-writer.ts';
import { verifyData } from '../../server/journal/verify-data.ts';
import { dataFolders } from './data-folders.ts';
import { countedSalts, noticeEntry } from './make-entry.ts';

export const newFolder = dataFolders();
// A thread takes its time to start where a machine is busy.
vi.setConfig({ testTimeout: 30_000 });

const FILES = ['journal.db', 'journal.db-wal', 'journal.witness'];

/** A folder's writer, in this thread. */
export function writerOf(directory: string): Writer {
  const opened = openWriter(directory, 'epoch-1');
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

/** Sealed entries that go on from others. */
export function sealed(
  after: readonly SealedEntry[],
  count: number,
  text = 'Notice',
): SealedEntry[] {
  const salt = countedSalts();
  const all = [...after];
  for (let seq = all.length + 1; seq <= after.length + count; seq += 1) {
    const prev = all.at(-1)?.hash ?? NOTHING.hash;
    all.push(sealEntry(noticeEntry(seq, `${text} ${seq}`), prev, { body: salt(), secret: salt() }));
  }
  return all.slice(after.length);
}

export const NINE = sealed([], 9);

/** A folder with entries 1 to 9, closed. */
export function folderOfNine(): string {
  const directory = newFolder();
  const writer = writerOf(directory);
  writer.write(NINE);
  writer.close();
  return directory;
}

export function change(directory: string, sql: string): void {
  const database = new Database(join(directory, 'journal.db'));
  database.exec(sql);
  database.close();
}

/** What `verify` says of the folder: where, and what. */
export function faultOf(directory: string): [seq: number | null, what: string] {
  const verified = verifyData(directory);
  if (verified.ok) throw new Error('it holds');
  return [verified.reason.seq, verified.reason.what];
}

/** What whoever starts a server on it is told; null where it opens. */
export function refusalOf(directory: string): string | null {
  const opened = openWriter(directory, 'epoch-2');
  if (!opened.ok) return opened.reason;
  opened.value.close();
  return null;
}

export function contentsOf(directory: string): (string | null)[] {
  return FILES.map((name) => join(directory, name)).map((path) =>
    existsSync(path) ? readFileSync(path, 'hex') : null,
  );
}

/** A copy of a folder as a crash at this moment would leave it. */
export function crashed(directory: string, files = FILES): string {
  const copy = newFolder();
  for (const name of files.filter((file) => existsSync(join(directory, file))))
    cpSync(join(directory, name), join(copy, name));
  return copy;
}
