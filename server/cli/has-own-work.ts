import { isRecorded } from '../../shared/night/is-replayed.ts';
import { openEntry } from '../journal/open-entry.ts';
import { hasJournal } from '../journal/sqlite-file.ts';
import { openReader } from '../journal/sqlite-reader.ts';

const PAGE = 1_000;

/**
 * Whether the record in a data folder has an election that is no recorded night, which could be played
 * again: somebody's own work. A record that cannot be read has whatever it has.
 */
export function hasOwnWork(directory: string): boolean {
  if (!hasJournal(directory)) return false;
  try {
    const reader = openReader(directory);
    try {
      return [...entriesIn(reader)].some(
        (entry) => entry.kind === 'election-loaded' && !isRecorded(entry.body.election),
      );
    } finally {
      reader.close();
    }
  } catch {
    return true;
  }
}

function* entriesIn(reader: Pick<ReturnType<typeof openReader>, 'read'>) {
  for (let after = 0; ; after += PAGE) {
    const page = reader.read(after, PAGE);
    yield* page.map(openEntry);
    if (page.length < PAGE) return;
  }
}
