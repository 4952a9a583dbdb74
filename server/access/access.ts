import type { AccountId } from '../../shared/basics/ids.ts';
import { type Instant, instantOf, msOf } from '../../shared/basics/instant.ts';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import type { Role } from '../../shared/night/actor.ts';
import type { Account, CredentialKind } from './account.ts';
import type { AccountStore } from './account-store.ts';
import { secretHash } from './secret-hash.ts';

const HOUR_MS = 3_600_000;
const LINK_HOLDS_MS = 24 * HOUR_MS;
/** A long night, the week to certification, and the day after. */
export const SESSION_HOLDS_MS = 14 * 24 * HOUR_MS;

export interface AccessSources {
  readonly store: AccountStore;
  readonly now: () => Instant;
  /** 256 random bits as text, new each time. */
  readonly secret: () => string;
  /** A new id each time. */
  readonly id: () => string;
}

export interface AccessRefusal {
  readonly code: 'name-taken' | 'unknown-account' | 'invalid';
  readonly message: string;
}

/** A secret is shown this once; only its hash is kept. */
interface NewSecret {
  readonly account: Account;
  readonly secret: string;
}

/** Who may come in, and how they prove it. */
export interface Access {
  addAccount(
    name: string,
    role: Role,
    kind: Account['kind'],
  ): Promise<Result<Account, AccessRefusal>>;
  /** A one-time sign-in code for a person; the one before it, if unused, no longer holds. */
  newLink(name: string): Promise<Result<NewSecret, AccessRefusal>>;
  /** A token for a machine; the one before it no longer holds. */
  newToken(name: string): Promise<Result<NewSecret, AccessRefusal>>;
  /** Ends all sessions, links and tokens of the account at once. */
  remove(name: string, kind: Account['kind']): Promise<Result<Account, AccessRefusal>>;
  /** Oldest first, without those removed. */
  list(kind: Account['kind']): Promise<readonly Account[]>;
  /** Uses up a sign-in code and begins a session; null where the code is unknown, used or too old. */
  signIn(code: string): Promise<NewSecret | null>;
  /** The name of an id in the record, also of one who was removed; the id itself where nobody has it. */
  nameOf(id: AccountId): Promise<string>;
  signOut(session: string): Promise<void>;
  bySession(session: string): Promise<Account | null>;
  byToken(token: string): Promise<Account | null>;
  close(): Promise<void>;
}

export function openAccess(sources: AccessSources): Access {
  const { store } = sources;

  async function addAccount(name: string, role: Role, kind: Account['kind']) {
    if (name !== name.trim() || name.length < 1 || name.length > 80)
      return err(refusal('invalid', 'A name has 1 to 80 characters, with no space around it.'));
    const account: Account = {
      id: sources.id() as AccountId,
      name,
      role,
      kind,
      createdAt: sources.now(),
      removedAt: null,
    };
    const added = await store.add(account);
    return added ? ok(account) : err(refusal('name-taken', `There is already a “${name}”.`));
  }

  async function named(name: string, kind: Account['kind']) {
    const account = await store.byName(name);
    return account?.kind === kind
      ? ok(account)
      : err(refusal('unknown-account', `There is no ${kind} “${name}”.`));
  }

  async function give(account: Account, kind: CredentialKind, holdsMs: number | null) {
    const secret = sources.secret();
    const now = sources.now();
    const expiresAt = holdsMs === null ? null : instantOf(msOf(now) + holdsMs);
    await store.forgetExpired(now);
    await store.addCredential({ kind, hash: secretHash(secret), account: account.id, expiresAt });
    return { account, secret };
  }

  async function renew(found: Result<Account, AccessRefusal>, kind: 'link' | 'token') {
    if (!found.ok) return found;
    await store.forgetCredentials(found.value.id, kind);
    return ok(await give(found.value, kind, kind === 'link' ? LINK_HOLDS_MS : null));
  }

  /** The account behind a credential that still holds. */
  async function holder(found: Awaited<ReturnType<AccountStore['credential']>>) {
    if (found === null) return null;
    if (found.expiresAt !== null && found.expiresAt <= sources.now()) return null;
    const account = await store.byId(found.account);
    return account?.removedAt === null ? account : null;
  }

  return {
    addAccount,
    newLink: async (name) => renew(await named(name, 'person'), 'link'),
    newToken: async (name) => renew(await named(name, 'machine'), 'token'),
    async remove(name, kind) {
      const found = await named(name, kind);
      if (found.ok) await store.remove(found.value.id, sources.now());
      return found;
    },
    async list(kind) {
      const all = await store.list();
      return all.filter((account) => account.kind === kind && account.removedAt === null);
    },
    async signIn(code) {
      const account = await holder(await store.takeCredential('link', secretHash(code)));
      return account === null ? null : give(account, 'session', SESSION_HOLDS_MS);
    },
    nameOf: async (id) => (await store.byId(id))?.name ?? id,
    async signOut(session) {
      await store.takeCredential('session', secretHash(session));
    },
    bySession: async (session) => holder(await store.credential('session', secretHash(session))),
    byToken: async (token) => holder(await store.credential('token', secretHash(token))),
    close: () => store.close(),
  };
}

function refusal(code: AccessRefusal['code'], message: string): AccessRefusal {
  return { code, message };
}
