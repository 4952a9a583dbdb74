import { join } from 'node:path';
import Database from 'better-sqlite3';

export type Unlock = () => void;

/**
 * Keeps a second server out of a data folder. The operating system lets go of the lock when its holder
 * dies, however it dies, so that no stale one is ever left.
 * @returns null where another server has it.
 */
export function lockFolder(directory: string): Unlock | null {
  const database = new Database(join(directory, 'lock'), { timeout: 0 });
  try {
    database.exec('BEGIN EXCLUSIVE');
  } catch (error) {
    database.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
  return () => database.close();
}
