import type Database from 'better-sqlite3';
import type { AccountId } from '../../shared/basics/ids.ts';
import type { AccountEvent, KeptEvent } from './account-event.ts';
import type { EventPart } from './account-store.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS event (
    id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, kind TEXT NOT NULL,
    "by" TEXT, about TEXT, "from" TEXT, detail TEXT
  ) STRICT;
  CREATE INDEX IF NOT EXISTS event_kind ON event (kind, about, "from");`;

/** What happened to accounts, in the same file; `write` is for use within a transaction. */
export function sqliteEvents(
  db: Database.Database,
  mostRefusals: number,
): {
  readonly part: EventPart;
  readonly write: (event: AccountEvent) => void;
} {
  db.exec(SCHEMA);
  const insert = db.prepare<AccountEvent>(
    `INSERT INTO event (at, kind, "by", about, "from", detail)
     VALUES (@at, @kind, @by, @about, @from, @detail)`,
  );
  const dropRefusals = db.prepare<[number]>(
    `DELETE FROM event WHERE id IN (
       SELECT id FROM event WHERE kind = 'sign-in-refused' ORDER BY id DESC LIMIT -1 OFFSET ?)`,
  );
  const after = db.prepare<[number, number], KeptEvent>(
    'SELECT * FROM event WHERE id > ? ORDER BY id LIMIT ?',
  );
  const before = db.prepare<[number, number], KeptEvent>(
    'SELECT * FROM event WHERE id < ? ORDER BY id DESC LIMIT ?',
  );
  const signedIn = db
    .prepare<[AccountId, string], number>(
      `SELECT 1 FROM event WHERE kind = 'signed-in' AND about = ? AND "from" = ? LIMIT 1`,
    )
    .pluck();

  function write(event: AccountEvent): void {
    insert.run(event);
    if (event.kind === 'sign-in-refused') dropRefusals.run(mostRefusals);
  }

  return {
    write,
    part: {
      note: async (event) => db.transaction(write).immediate(event),
      eventsAfter: async (id, limit) => after.all(id, limit),
      eventsBefore: async (id, limit) => before.all(id, limit),
      hasSignedIn: async (account, from) => signedIn.get(account, from) !== undefined,
    },
  };
}
