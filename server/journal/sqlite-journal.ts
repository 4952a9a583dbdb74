import { mkdirSync } from 'node:fs';
import type { Journal } from './journal.ts';
import { journalOver } from './journal-over.ts';
import type { ReaderCalls } from './sqlite-reader-thread.ts';
import type { WriterCalls } from './sqlite-writer-thread.ts';
import type { Store } from './store.ts';
import { startThread, type Thread } from './thread.ts';
import { UnusableJournal } from './unusable-journal.ts';

const WRITER = new URL('./sqlite-writer-thread.ts', import.meta.url);
const READER = new URL('./sqlite-reader-thread.ts', import.meta.url);

export interface SqliteJournalOptions {
  /** The data folder; made where there is none. */
  readonly directory: string;
  /** 32 random hexadecimal digits, other ones each time. */
  readonly salt: () => string;
}

/**
 * Opens the journal of a data folder, whole or not at all.
 * @throws UnusableJournal where it is damaged, cut off, of another format, or in use
 */
export async function openSqliteJournal({
  directory,
  salt,
}: SqliteJournalOptions): Promise<Journal> {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const writer = startThread<WriterCalls>(WRITER);
  const opened = await writer.ask('open', directory, salt());
  if (!opened.ok) {
    await writer.end();
    throw new UnusableJournal(opened.reason);
  }
  return journalOver({ store: sqliteStore(writer, directory), salt, ...opened.value });
}

/**
 * Two threads, neither the event loop's: one that writes, one that reads. Someone who pages through the
 * whole record then delays no flush, and a slow disk delays no viewer.
 */
function sqliteStore(writer: Thread<WriterCalls>, directory: string): Store {
  let reading: Promise<Thread<ReaderCalls>> | null = null;

  function reader(): Promise<Thread<ReaderCalls>> {
    reading ??= startReader(directory).catch((error: unknown) => {
      reading = null;
      throw error;
    });
    return reading;
  }

  return {
    write: (entries) => writer.ask('write', entries),
    read: async (after, limit) => (await reader()).ask('read', after, limit),
    saveSnapshot: (snapshot) => writer.ask('saveSnapshot', snapshot),
    latestSnapshot: async () => (await reader()).ask('latestSnapshot'),
    keepTallies: (tallies) => writer.ask('keepTallies', tallies),
    readTallies: async (contest, after, limit) =>
      (await reader()).ask('readTallies', contest, after, limit),
    async close() {
      if (reading !== null) await letGo(await reading);
      // Last: the connection that closes last empties the log into the table.
      await letGo(writer);
    },
  };
}

async function startReader(directory: string): Promise<Thread<ReaderCalls>> {
  const reader = startThread<ReaderCalls>(READER);
  await reader.ask('open', directory);
  return reader;
}

async function letGo(thread: Thread<{ close(): void }>): Promise<void> {
  await thread.ask('close');
  await thread.end();
}
