import { err, ok, type Result } from '../../shared/basics/result.ts';
import { checkJournal, type JournalFault, RESTORE } from './check-journal.ts';
import type { Head } from './journal.ts';
import { hasJournal, isBlank, openToRead } from './sqlite-file.ts';
import { readWitness } from './witness.ts';

/**
 * What a data folder holds, read and compared without changing any of it.
 * @returns its head, null where there is no journal yet, or the first fault.
 */
export function checkFolder(directory: string): Result<Head | null, JournalFault> {
  if (!hasJournal(directory)) return nothingYet(directory, 'is missing');
  try {
    return checkFile(directory);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return err({ seq: null, what: `journal.db cannot be read (${reason})`, advice: RESTORE });
  }
}

function checkFile(directory: string): Result<Head | null, JournalFault> {
  const database = openToRead(directory);
  try {
    if (isBlank(database)) return nothingYet(directory, 'is empty');
    return checkJournal(database, directory);
  } finally {
    database.close();
  }
}

/** A crash while a journal is being made leaves a file without tables; but then nothing had been kept. */
function nothingYet(directory: string, what: string): Result<null, JournalFault> {
  const witness = readWitness(directory);
  if (witness === null || (witness !== 'unreadable' && witness.seq === 0)) return ok(null);
  return err({
    seq: 1,
    what: `journal.db ${what}, but journal.witness knows of entries`,
    advice: RESTORE,
  });
}
