import type { AccountId } from '../../shared/basics/ids.ts';
import type { AccessSources } from './access-sources.ts';
import type { Account, Credential } from './account.ts';
import type { AccountEventKind } from './account-event.ts';
import { oneAtATime, type QueueLimits } from './one-at-a-time.ts';
import { LONGEST_PASSWORD } from './password-mistake.ts';
import type { Passwords } from './passwords.ts';
import { secretHash } from './secret-hash.ts';
import type { GiveSecret, NewSecret } from './secrets.ts';

/** Each check of a password takes 128 MiB for about a third of a second. */
const QUEUE: QueueLimits = { mostWaiting: 20, mostOfOne: 5 };

/** A browser that comes to sign in. */
export interface Visit {
  /** Its address, where that is known. */
  readonly from: string | null;
  /** The session that it has so far, which ends where a new one begins. */
  readonly instead: string | null;
}

/** How people and machines prove who they are. */
export interface SignIns {
  /** Uses up a sign-in code and begins a session; null where the code is unknown, used or too old. */
  signIn(code: string, visit?: Visit): Promise<NewSecret | null>;
  /** `busy`: nothing was tried, for too many wait already. */
  signInByPassword(
    name: string,
    password: string,
    visit: Visit,
  ): Promise<NewSecret | 'wrong' | 'busy'>;
  /** Keeps for the audit that an attempt was not even tried. */
  noteTooMany(name: string | null, from: string | null): Promise<void>;
  /** Whether that person has signed in from there before. */
  hasSignedIn(name: string, from: string): Promise<boolean>;
  signOut(session: string, from?: string | null): Promise<void>;
  /** Ends every session of the one who has this session. */
  signOutEverywhere(session: string, from?: string | null): Promise<void>;
  bySession(session: string): Promise<Account | null>;
  byToken(token: string): Promise<Account | null>;
}

const NOWHERE: Visit = { from: null, instead: null };

export function openSignIns(
  { store, now }: AccessSources,
  passwords: Passwords,
  give: GiveSecret,
): SignIns {
  const queue = oneAtATime(QUEUE);

  /** The account behind a credential that still holds. */
  async function holder(found: Credential | null): Promise<Account | null> {
    if (found === null) return null;
    if (found.expiresAt !== null && found.expiresAt <= now()) return null;
    const account = await store.byId(found.account);
    return account?.removedAt === null ? account : null;
  }

  async function note(
    kind: AccountEventKind,
    account: Account | null,
    from: string | null,
    detail: string | null,
  ): Promise<void> {
    const by: AccountId | null = kind === 'sign-in-refused' ? null : (account?.id ?? null);
    await store.note({ at: now(), kind, about: account?.id ?? null, by, from, detail });
  }

  async function begin(account: Account, { from, instead }: Visit, by: 'link' | 'password') {
    if (instead !== null) await store.takeCredential('session', secretHash(instead));
    return give(account, 'session', { by: account.id, from }, by);
  }

  async function personNamed(name: string): Promise<Account | null> {
    const account = await store.byName(name);
    return account?.kind === 'person' ? account : null;
  }

  /** What is wrong is not told apart, neither in words nor by how long it takes. */
  async function tryPassword(name: string, password: string, visit: Visit) {
    const person = await personNamed(name);
    const kept = person && (await store.password(person.id));
    const matches = await passwords.matches(password, kept);
    // Asked again: they may have been removed, or the password changed, meanwhile.
    const still = person && (await store.password(person.id)) === kept;
    if (person !== null && matches && still) return begin(person, visit, 'password');
    await note('sign-in-refused', person, visit.from, 'password');
    return 'wrong';
  }

  const bySession = async (session: string) =>
    holder(await store.credential('session', secretHash(session)));

  return {
    bySession,
    byToken: async (token) => holder(await store.credential('token', secretHash(token))),
    async signIn(code, visit = NOWHERE) {
      const account = await holder(await store.takeCredential('link', secretHash(code)));
      if (account !== null) return begin(account, visit, 'link');
      await note('sign-in-refused', null, visit.from, 'link');
      return null;
    },
    async signInByPassword(name, password, visit) {
      if (password.length > LONGEST_PASSWORD) return 'wrong';
      const turn = queue(visit.from ?? '', () => tryPassword(name, password, visit));
      return turn ?? 'busy';
    },
    noteTooMany: async (name, from) =>
      note('sign-in-refused', name === null ? null : await personNamed(name), from, 'too-many'),
    async hasSignedIn(name, from) {
      const person = await personNamed(name);
      return person !== null && store.hasSignedIn(person.id, from);
    },
    async signOut(session, from = null) {
      const account = await bySession(session);
      await store.takeCredential('session', secretHash(session));
      if (account !== null) await note('signed-out', account, from, null);
    },
    async signOutEverywhere(session, from = null) {
      const account = await bySession(session);
      if (account === null) return;
      await store.forgetCredentials(account.id, 'session');
      await note('signed-out-everywhere', account, from, null);
    },
  };
}
