import { chmodSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { AccountId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Account, Credential, CredentialKind } from './account.ts';
import type { AccountStore } from './account-store.ts';

const SCHEMA = `
  CREATE TABLE IF NOT EXISTS account (
    id TEXT PRIMARY KEY, name TEXT NOT NULL, role TEXT NOT NULL, kind TEXT NOT NULL,
    createdAt TEXT NOT NULL, removedAt TEXT
  ) STRICT;
  CREATE UNIQUE INDEX IF NOT EXISTS account_name ON account (name) WHERE removedAt IS NULL;
  CREATE TABLE IF NOT EXISTS credential (
    kind TEXT NOT NULL, hash TEXT NOT NULL, account TEXT NOT NULL REFERENCES account (id),
    expiresAt TEXT, PRIMARY KEY (kind, hash)
  ) STRICT, WITHOUT ROWID;`;

/** Several processes may have it open: the command line adds people while the server runs. */
const BUSY_TIMEOUT_MS = 5_000;

/**
 * Accounts in `accounts.db` beside the journal, readable by the server's own user only.
 * @param directory made where it does not exist.
 */
export function openSqliteAccountStore(directory: string): AccountStore {
  mkdirSync(directory, { recursive: true, mode: 0o700 });
  const file = join(directory, 'accounts.db');
  const db = new Database(file, { timeout: BUSY_TIMEOUT_MS });
  chmodSync(file, 0o600);
  db.pragma('journal_mode = WAL');
  db.pragma('foreign_keys = ON');
  db.exec(SCHEMA);
  return { ...accountsOf(db), ...credentialsOf(db), close: async () => void db.close() };
}

type AccountPart = Pick<AccountStore, 'add' | 'list' | 'byId' | 'byName' | 'remove'>;
type CredentialPart = Omit<AccountStore, keyof AccountPart | 'close'>;

function accountsOf(db: Database.Database): AccountPart {
  const add = db.prepare<Account>(
    `INSERT INTO account VALUES (@id, @name, @role, @kind, @createdAt, @removedAt)
     ON CONFLICT DO NOTHING`,
  );
  const list = db.prepare<[], Account>('SELECT * FROM account ORDER BY rowid');
  const byId = db.prepare<[AccountId], Account>('SELECT * FROM account WHERE id = ?');
  const byName = db.prepare<[string], Account>(
    'SELECT * FROM account WHERE name = ? AND removedAt IS NULL',
  );
  const mark = db.prepare<[Instant, AccountId]>('UPDATE account SET removedAt = ? WHERE id = ?');
  const disarm = db.prepare<[AccountId]>('DELETE FROM credential WHERE account = ?');
  const remove = db.transaction((id: AccountId, at: Instant) => {
    mark.run(at, id);
    disarm.run(id);
  });
  return {
    add: async (account) => add.run(account).changes === 1,
    list: async () => list.all(),
    byId: async (id) => byId.get(id) ?? null,
    byName: async (name) => byName.get(name) ?? null,
    remove: async (id, at) => remove(id, at),
  };
}

function credentialsOf(db: Database.Database): CredentialPart {
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
    addCredential: async (credential) => void add.run(credential),
    credential: async (kind, hash) => find.get(kind, hash) ?? null,
    takeCredential: async (kind, hash) => take.get(kind, hash) ?? null,
    forgetCredentials: async (account, kind) => void forget.run(account, kind),
    forgetExpired: async (at) => void forgetExpired.run(at),
  };
}
