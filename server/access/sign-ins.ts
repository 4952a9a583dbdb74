import type { AccessSources } from './access-sources.ts';
import type { Account } from './account.ts';
import { oneAtATime, type QueueLimits } from './one-at-a-time.ts';
import { LONGEST_PASSWORD } from './password-mistake.ts';
import type { Passwords } from './passwords.ts';
import { secretHash } from './secret-hash.ts';
import type { GiveSecret, NewSecret } from './secrets.ts';
import { holderOf } from './sessions.ts';

/** Each check of a password takes 128 MiB for about a third of a second. */
const QUEUE: QueueLimits = { mostWaiting: 20, mostOfOne: 5 };

/** A browser that comes to sign in. */
export interface Visit {
  /** Its address, where that is known. */
  readonly from: string | null;
  /** The session that it has so far, which ends where a new one begins. */
  readonly instead: string | null;
}

/** How people come in. */
export interface SignIns {
  /** Whether the code of a link still holds. Nobody guesses one: it may be asked as often as one likes. */
  isLink(code: string): Promise<boolean>;
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
}

const NOWHERE: Visit = { from: null, instead: null };

export function openSignIns(
  sources: AccessSources,
  passwords: Passwords,
  give: GiveSecret,
): SignIns {
  const { store, now } = sources;
  const queue = oneAtATime(QUEUE);

  async function noteRefused(about: Account | null, from: string | null, detail: string) {
    const kind = 'sign-in-refused';
    await store.note({ at: now(), kind, about: about?.id ?? null, by: null, from, detail });
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
    await noteRefused(person, visit.from, 'password');
    return 'wrong';
  }

  return {
    isLink: async (code) =>
      (await holderOf(sources, await store.credential('link', secretHash(code)))) !== null,
    async signIn(code, visit = NOWHERE) {
      const account = await holderOf(sources, await store.takeCredential('link', secretHash(code)));
      if (account !== null) return begin(account, visit, 'link');
      await noteRefused(null, visit.from, 'link');
      return null;
    },
    async signInByPassword(name, password, visit) {
      if (password.length > LONGEST_PASSWORD) return 'wrong';
      const turn = queue(visit.from ?? '', () => tryPassword(name, password, visit));
      return turn ?? 'busy';
    },
    noteTooMany: async (name, from) =>
      noteRefused(name === null ? null : await personNamed(name), from, 'too-many'),
    async hasSignedIn(name, from) {
      const person = await personNamed(name);
      return person !== null && store.hasSignedIn(person.id, from);
    },
  };
}
