import { closeSync, existsSync, openSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';

/** Grows when the tables change; a newer journal than the program is not opened. */
const FORMAT = 1;
/** "50ln" in ASCII: says in the file's own header whose it is. */
const APPLICATION = 0x35306c6e;

const TABLES = [
  'CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT',
  `CREATE TABLE entries (
    seq INTEGER PRIMARY KEY, at TEXT NOT NULL, nightAt TEXT NOT NULL, kind TEXT NOT NULL,
    election TEXT NOT NULL, contest TEXT,
    body TEXT NOT NULL, bodySalt TEXT NOT NULL, bodyHash TEXT NOT NULL,
    secret TEXT NOT NULL, secretSalt TEXT NOT NULL, secretHash TEXT NOT NULL,
    prev TEXT NOT NULL, hash TEXT NOT NULL) STRICT`,
  `CREATE TABLE snapshots (
    seq INTEGER PRIMARY KEY, hash TEXT NOT NULL, board TEXT NOT NULL, digest TEXT NOT NULL) STRICT`,
  `CREATE TABLE tallies (
    contest TEXT NOT NULL, seq INTEGER NOT NULL, at TEXT NOT NULL, nightAt TEXT NOT NULL,
    tally TEXT NOT NULL, digest TEXT NOT NULL, PRIMARY KEY (contest, seq)) STRICT`,
];

function journalPath(directory: string): string {
  return join(directory, 'journal.db');
}

export function hasJournal(directory: string): boolean {
  return existsSync(journalPath(directory));
}

/** The one connection that writes. WAL, so that readers go on while it does; FULL, so that a commit is on the disk. */
export function openToWrite(directory: string): Database.Database {
  // Made here, because SQLite would let everyone read the secret parts; its log takes after it.
  closeSync(openSync(journalPath(directory), 'a', 0o600));
  const database = new Database(journalPath(directory));
  database.pragma('journal_mode = WAL');
  database.pragma('synchronous = FULL');
  return database;
}

export function openToRead(directory: string): Database.Database {
  return new Database(journalPath(directory), { readonly: true, fileMustExist: true });
}

/** Makes the tables of a new journal in one piece, so that a crash leaves all of them or none. */
export function createTables(database: Database.Database, epoch: string): void {
  database.transaction(() => {
    for (const table of TABLES) database.exec(table);
    database.prepare(`INSERT INTO about VALUES ('epoch', ?)`).run(epoch);
    database.pragma(`application_id = ${APPLICATION}`);
    database.pragma(`user_version = ${FORMAT}`);
  })();
}

/** Whether a file has nothing in it yet, not even tables. */
export function isBlank(database: Database.Database): boolean {
  return database.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
}

/** Why this program cannot read the file; null where it can. */
export function strangeFormat(database: Database.Database): string | null {
  if (database.pragma('application_id', { simple: true }) !== APPLICATION)
    return 'journal.db is not a journal of Fiftyline';
  const format = database.pragma('user_version', { simple: true });
  if (format === FORMAT) return null;
  return `journal.db has data format ${String(format)}, and this Fiftyline reads format ${FORMAT} only`;
}

/**
 * Whether the tables are described as they were made. A changed byte can rename a column, and the
 * entries would then be read without it.
 */
export function hasItsTables(database: Database.Database): boolean {
  const described = database
    .prepare<[], string>('SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY rowid')
    .pluck()
    .all();
  return described.join() === TABLES.join();
}

export function epochOf(database: Database.Database): string {
  return String(database.prepare(`SELECT value FROM about WHERE name = 'epoch'`).pluck().get());
}
