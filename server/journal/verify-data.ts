import type Database from 'better-sqlite3';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import { NOTHING } from './chain.ts';
import { checkFolder } from './check-folder.ts';
import { type JournalFault, RESTORE } from './check-journal.ts';
import { snapshotDigest, tallyDigest } from './digest.ts';
import type { BoardSnapshot, Head, KeptTally } from './journal.ts';
import { hasJournal, openToRead } from './sqlite-file.ts';

export interface Verified {
  readonly head: Head;
  /** Damage that a start repairs by itself: snapshots and kept tallies. */
  readonly notes: readonly string[];
}

/**
 * Recomputes the hash chain of a data folder and looks for other damage to its file, without changing
 * anything. A server may be running on it: what it adds meanwhile may be left out, and it waits for nothing.
 */
export function verifyData(directory: string): Result<Verified, JournalFault> {
  const found = checkFolder(directory);
  if (!found.ok) return found;
  if (!hasJournal(directory)) return err(noJournal(directory));
  return found.value === null
    ? ok({ head: NOTHING, notes: [] })
    : checkRest(directory, found.value);
}

function noJournal(directory: string): JournalFault {
  const advice = 'Say with --data which folder the server keeps.';
  return { seq: null, what: `there is no journal in ${directory}`, advice };
}

function checkRest(directory: string, head: Head): Result<Verified, JournalFault> {
  const database = openToRead(directory);
  try {
    const said = database.pragma('quick_check(1)', { simple: true });
    if (said !== 'ok') return err(damaged(String(said)));
    return ok({ head, notes: damagedKept(database) });
  } catch (error) {
    return err(damaged(error instanceof Error ? error.message : String(error)));
  } finally {
    database.close();
  }
}

function damaged(reason: string): JournalFault {
  return {
    seq: null,
    what: `the entries hold, but journal.db is damaged elsewhere (${reason.trim()})`,
    advice: RESTORE,
  };
}

function damagedKept(database: Database.Database): readonly string[] {
  const snapshots = database.prepare<[], BoardSnapshot & { digest: string }>(
    'SELECT * FROM snapshots',
  );
  const tallies = database.prepare<[], KeptTally & { digest: string }>('SELECT * FROM tallies');
  const notes: string[] = [];
  for (const kept of snapshots.iterate())
    if (snapshotDigest(kept) !== kept.digest)
      notes.push(`the snapshot at entry ${kept.seq} is damaged; a start passes it over`);
  for (const kept of tallies.iterate())
    if (tallyDigest(kept) !== kept.digest)
      notes.push(
        `the kept tally of ${kept.contest} at entry ${kept.seq} is damaged; it is not used`,
      );
  return notes;
}
