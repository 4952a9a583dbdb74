import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { AccountId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Role } from '../../shared/night/actor.ts';
import type { Account, Credential, CredentialKind } from './account.ts';
import type { AccountEvent } from './account-event.ts';
import { type AccountStore, type EventPart, MOST_REFUSALS } from './account-store.ts';
import { sqliteEvents } from './sqlite-events.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS account (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, kind TEXT NOT NULL,
    createdAt TEXT NOT NULL, removedAt TEXT
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS account_name ON account (name) WHERE removedAt IS NULL;
  CREATE TABLE IF NOT EXISTS credential (
    kind TEXT NOT NULL, hash TEXT NOT NULL, account TEXT NOT NULL REFERENCES account (id),
    expiresAt TEXT, PRIMARY KEY (kind, hash)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS password (
    account TEXT PRIMARY KEY REFERENCES account (id), kept TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;`;

/** Several processes may have it open: the command line adds people while the server runs. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Accounts in `accounts.db` beside the journal, readable by the server's own user only.
 * @param directory made where it does not exist.
 */
export function openSqliteAccountStore(
  directory: string,
  mostRefusals = MOST_REFUSALS,
): AccountStore {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'accounts.db');
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  chmodSync(file, 0o600);
  db.pragma('journal_mode = WAL');
  db.pragma('foreign_keys = ON');
  db.exec(SCHEMA);
  const events = sqliteEvents(db, mostRefusals);
  return {
    ...accountsOf(db, events.write),
    ...credentialsOf(db, events.write),
    ...events.part,
    stamp: async () => stampOf(db),
    close: async () => void db.close(),
  };
}

/** `data_version` tells of what other connections wrote, `total_changes` of what this one did. */
function stampOf(db: Database.Database): string {
  const others = db.pragma('data_version', { simple: true });
  const own = db.prepare('SELECT total_changes()').pluck().get();
  return `${others} ${own}`;
}

type AccountPart = Pick<
  AccountStore,
  'add' | 'list' | 'byId' | 'byName' | 'changeRole' | 'remove' | 'password' | 'setPassword'
>;
type CredentialPart = Omit<AccountStore, keyof AccountPart | keyof EventPart | 'stamp' | 'close'>;
type WriteEvent = (event: AccountEvent) => void;

function accountsOf(db: Database.Database, write: WriteEvent): AccountPart {
  const add = db.prepare<Account>(
    `INSERT INTO account VALUES (@id, @name, @role, @kind, @createdAt, @removedAt)
     ON CONFLICT DO NOTHING`,
  );
  const list = db.prepare<[], Account>('SELECT * FROM account ORDER BY rowid');
  const byId = db.prepare<[AccountId], Account>('SELECT * FROM account WHERE id = ?');
  const byName = db.prepare<[string], Account>(
    'SELECT * FROM account WHERE name = ? AND removedAt IS NULL',
  );
  const changeRole = db.prepare<[Role, AccountId]>('UPDATE account SET role = ? WHERE id = ?');
  const mark = db.prepare<[Instant, AccountId]>('UPDATE account SET removedAt = ? WHERE id = ?');
  const disarm = db.prepare<[AccountId]>('DELETE FROM credential WHERE account = ?');
  const endSessions = db.prepare<[AccountId]>(
    `DELETE FROM credential WHERE account = ? AND kind = 'session'`,
  );
  const password = db
    .prepare<[AccountId], string>('SELECT kept FROM password WHERE account = ?')
    .pluck();
  const dropPassword = db.prepare<[AccountId]>('DELETE FROM password WHERE account = ?');
  const putPassword = db.prepare<[AccountId, string]>('INSERT INTO password VALUES (?, ?)');

  return {
    add: atOnce(db, (account, event) => {
      const added = add.run(account).changes === 1;
      if (added) write(event);
      return added;
    }),
    list: async () => list.all(),
    byId: async (id) => byId.get(id) ?? null,
    byName: async (name) => byName.get(name) ?? null,
    changeRole: atOnce(db, (id, role, event) => {
      changeRole.run(role, id);
      write(event);
    }),
    remove: atOnce(db, (id, at, event) => {
      mark.run(at, id);
      disarm.run(id);
      dropPassword.run(id);
      write(event);
    }),
    password: async (id) => password.get(id) ?? null,
    setPassword: atOnce(db, (id, kept, event) => {
      dropPassword.run(id);
      if (kept !== null) putPassword.run(id, kept);
      endSessions.run(id);
      write(event);
    }),
  };
}

function credentialsOf(db: Database.Database, write: WriteEvent): CredentialPart {
  const add = db.prepare<Credential>(
    'INSERT INTO credential VALUES (@kind, @hash, @account, @expiresAt)',
  );
  const find = db.prepare<[CredentialKind, string], Credential>(
    'SELECT * FROM credential WHERE kind = ? AND hash = ?',
  );
  const take = db.prepare<[CredentialKind, string], Credential>(
    'DELETE FROM credential WHERE kind = ? AND hash = ? RETURNING *',
  );
  const forget = db.prepare<[AccountId, CredentialKind]>(
    'DELETE FROM credential WHERE account = ? AND kind = ?',
  );
  const forgetExpired = db.prepare<[Instant]>('DELETE FROM credential WHERE expiresAt <= ?');
  return {
    addCredential: atOnce(db, (credential, event) => {
      add.run(credential);
      write(event);
    }),
    credential: async (kind, hash) => find.get(kind, hash) ?? null,
    takeCredential: async (kind, hash) => take.get(kind, hash) ?? null,
    forgetCredentials: async (account, kind) => void forget.run(account, kind),
    forgetExpired: async (at) => void forgetExpired.run(at),
  };
}

/** All that is written in it is kept, or none. */
function atOnce<Words extends readonly unknown[], Value>(
  db: Database.Database,
  act: (...words: Words) => Value,
): (...words: Words) => Promise<Value> {
  const transaction = db.transaction((words: Words) => act(...words));
  return async (...words) => transaction.immediate(words);
}
