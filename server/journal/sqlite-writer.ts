import type Database from 'better-sqlite3';
import { assert } from '../../shared/basics/assert.ts';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import { NOTHING } from './chain.ts';
import { checkFolder } from './check-folder.ts';
import { snapshotDigest, tallyDigest } from './digest.ts';
import { lockFolder } from './folder-lock.ts';
import type { BoardSnapshot, Head, KeptTally, SealedEntry } from './journal.ts';
import { createTables, epochOf, isBlank, openToWrite } from './sqlite-file.ts';
import { openWitness } from './witness.ts';

/** The newest one, and one more in case that one is damaged. */
const SNAPSHOTS_KEPT = 2;

export interface Writer {
  readonly epoch: string;
  readonly head: Head;
  write(entries: readonly SealedEntry[]): void;
  saveSnapshot(snapshot: BoardSnapshot): void;
  keepTallies(tallies: readonly KeptTally[]): void;
  close(): void;
}

/**
 * Opens a data folder for writing, and makes its journal where there is none. Nothing of a folder
 * that is refused is changed.
 * @param newEpoch the name of the history that a new journal begins
 * @returns what to tell the person who started the server where it cannot be
 */
export function openWriter(directory: string, newEpoch: string): Result<Writer, string> {
  const unlock = lockFolder(directory);
  if (unlock === null)
    return err(
      `The data folder ${directory} is in use by another Fiftyline server. Stop that one, or give this one a folder of its own with --data.`,
    );
  const found = checkFolder(directory);
  if (found.ok) return ok(writerOf(directory, newEpoch, found.value ?? NOTHING, unlock));
  unlock();
  const { what, advice } = found.reason;
  return err(
    `The journal in ${directory} is not opened: ${what}. Nothing was changed. ${advice} To check it again: npx fiftyline verify --data ${directory}`,
  );
}

function writerOf(directory: string, newEpoch: string, head: Head, unlock: () => void): Writer {
  const database = openToWrite(directory);
  if (isBlank(database)) createTables(database, newEpoch);
  const witness = openWitness(directory, head);
  const tables = writeTables(database);
  let end = head;
  return {
    epoch: epochOf(database),
    head,
    ...tables,
    write(entries) {
      for (const entry of entries) end = following(end, entry);
      tables.write(entries);
      witness.write(end);
    },
    close() {
      database.close();
      witness.close();
      unlock();
    },
  };
}

/** The last thing that can notice that two writers, or a lost message, have broken the order. */
function following(end: Head, { seq, prev, hash }: SealedEntry): Head {
  assert(seq === end.seq + 1 && prev === end.hash, `entry ${seq} follows entry ${end.seq}`);
  return { seq, hash };
}

function writeTables(
  database: Database.Database,
): Pick<Writer, 'write' | 'saveSnapshot' | 'keepTallies'> {
  const entry = database.prepare(
    `INSERT INTO entries VALUES (@seq, @at, @nightAt, @kind, @election, @contest, @body, @bodySalt,
      @bodyHash, @secret, @secretSalt, @secretHash, @prev, @hash)`,
  );
  const snapshot = database.prepare(
    'INSERT OR REPLACE INTO snapshots VALUES (@seq, @hash, @board, @digest)',
  );
  const forget = database.prepare(
    'DELETE FROM snapshots WHERE seq NOT IN (SELECT seq FROM snapshots ORDER BY seq DESC LIMIT ?)',
  );
  const tally = database.prepare(
    'INSERT OR REPLACE INTO tallies VALUES (@contest, @seq, @at, @nightAt, @tally, @digest)',
  );
  return {
    write: database.transaction((entries: readonly SealedEntry[]) => {
      for (const next of entries) entry.run(next);
    }),
    saveSnapshot: database.transaction((next: BoardSnapshot) => {
      snapshot.run({ ...next, digest: snapshotDigest(next) });
      forget.run(SNAPSHOTS_KEPT);
    }),
    keepTallies: database.transaction((tallies: readonly KeptTally[]) => {
      for (const next of tallies) tally.run({ ...next, digest: tallyDigest(next) });
    }),
  };
}
