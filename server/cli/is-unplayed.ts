import { hasJournal } from '../journal/sqlite-file.ts';
import { openReader } from '../journal/sqlite-reader.ts';

/** Whether the record in a data folder is there and has no entry yet. One that cannot be read may have any. */
export function isUnplayed(directory: string): boolean {
  if (!hasJournal(directory)) return false;
  try {
    const reader = openReader(directory);
    try {
      return reader.read(0, 1).length === 0;
    } finally {
      reader.close();
    }
  } catch {
    return false;
  }
}
