import type Database from 'better-sqlite3';
import { err, type Result } from '../../shared/basics/result.ts';
import { NOTHING } from './chain.ts';
import type { Head, SealedEntry } from './journal.ts';
import { hasItsTables, strangeFormat } from './sqlite-file.ts';
import { type ChainFault, verifyChain } from './verify-chain.ts';
import { readWitness, witnessLine } from './witness.ts';

const PAGE = 1_000;
export const RESTORE =
  'Put journal.db, journal.db-wal (where there was one) and journal.witness back from one and the same backup.';

export interface JournalFault {
  /** The first entry that is wrong; null where it is not an entry that is. */
  readonly seq: number | null;
  /** What is wrong, and where. */
  readonly what: string;
  /** A whole sentence. */
  readonly advice: string;
}

/**
 * Reads a journal's file from its beginning to its end and compares it with its witness. The witness
 * is read first: of a journal that is being written to, the table is then never behind it.
 * @returns the last entry's place, or the first fault.
 */
export function checkJournal(
  database: Database.Database,
  directory: string,
): Result<Head, JournalFault> {
  const witness = readWitness(directory);
  const strange = strangeFormat(database);
  if (strange !== null)
    return err({ seq: null, what: strange, advice: 'Open it with the program that wrote it.' });
  if (!hasItsTables(database))
    return err({ seq: null, what: 'the tables in journal.db are damaged', advice: RESTORE });
  const chain = readChain(database, witness);
  if (!chain.ok) return err(entryFault(chain.reason));
  const fault = witnessFault(chain.value, witness);
  return fault === null ? chain : err(fault);
}

/** In pages, each a short transaction of its own, so that a running server's log can be emptied meanwhile. */
function readChain(
  database: Database.Database,
  witness: ReturnType<typeof readWitness>,
): Result<Head, ChainFault> {
  let head = NOTHING;
  for (;;) {
    const page = readPage(database, head.seq);
    const checked = verifyChain(page.entries, head);
    if (!checked.ok) return checked;
    const other = otherThanWitnessed(page.entries, witness);
    if (other !== null) return err(other);
    head = checked.value;
    if (page.unreadable !== null) return err({ seq: head.seq + 1, what: page.unreadable });
    if (page.entries.length === 0) return checked;
  }
}

/** What can be read of the next page, and why not the rest of it. */
function readPage(
  database: Database.Database,
  after: number,
): { readonly entries: readonly SealedEntry[]; readonly unreadable: string | null } {
  const entries: SealedEntry[] = [];
  try {
    const next = database.prepare<[number, number], SealedEntry>(
      'SELECT * FROM entries WHERE seq > ? ORDER BY seq LIMIT ?',
    );
    for (const entry of next.iterate(after, PAGE)) entries.push(entry);
    return { entries, unreadable: null };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { entries, unreadable: `cannot be read (${reason})` };
  }
}

/** A whole history made anew holds in itself; the witness knows the old one. */
function otherThanWitnessed(
  page: readonly SealedEntry[],
  witness: ReturnType<typeof readWitness>,
): ChainFault | null {
  if (witness === null || witness === 'unreadable') return null;
  const seen = page.find(({ seq }) => seq === witness.seq);
  if (seen === undefined || seen.hash === witness.hash) return null;
  return { seq: seen.seq, what: 'is another one than journal.witness says was made durable' };
}

function witnessFault(head: Head, witness: ReturnType<typeof readWitness>): JournalFault | null {
  if (witness === null && head.seq === 0) return null;
  if (witness === null || witness === 'unreadable')
    return {
      seq: null,
      what: `journal.witness, which says where the journal ends, is ${witness ?? 'missing'}`,
      advice: `${RESTORE} If you know that entry ${head.seq} is the last one, write this line into journal.witness: ${witnessLine(head)}`,
    };
  if (head.seq >= witness.seq) return null;
  return {
    seq: head.seq + 1,
    what: `the journal ends with entry ${head.seq}, but entry ${witness.seq} had been made durable: its end is cut off`,
    advice: RESTORE,
  };
}

function entryFault({ seq, what }: ChainFault): JournalFault {
  return { seq, what: `entry ${seq} ${what}`, advice: RESTORE };
}
