import { present } from '../../shared/basics/assert.ts';
import type { AccountId } from '../../shared/basics/ids.ts';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import type { Role } from '../../shared/night/actor.ts';
import type { AccessSources } from './access-sources.ts';
import type { Account } from './account.ts';
import type { AccountEvent, AccountEventKind, Doer } from './account-event.ts';
import { passwordMistake } from './password-mistake.ts';
import type { Passwords } from './passwords.ts';
import { type GiveSecret, type NewSecret, renewed } from './secrets.ts';

export interface AccessRefusal {
  readonly code: 'name-taken' | 'unknown-account' | 'invalid';
  readonly message: string;
}

/** Whoever gives commands on the server's own machine. */
const COMMAND_LINE: Doer = { by: null, from: null };

/** The server's own machines: who has one of these names would be given its token. */
const SERVICE_NAMES = ['local', 'replay', 'replay (second person)'] as const;
type ServiceName = (typeof SERVICE_NAMES)[number];

/** Who may come in, by whoever manages people. What takes rights away does so at once. */
export interface People {
  addAccount(
    name: string,
    role: Role,
    kind: Account['kind'],
    doer?: Doer,
  ): Promise<Result<Account, AccessRefusal>>;
  /** A one-time sign-in code for a person; the one before it, if unused, no longer holds. */
  newLink(name: string, doer?: Doer): Promise<Result<NewSecret, AccessRefusal>>;
  /** A token for a machine; the one before it no longer holds. */
  newToken(name: string, doer?: Doer): Promise<Result<NewSecret, AccessRefusal>>;
  /** A new token of one of the server's own machines, which is made where it is not there. */
  serviceToken(name: ServiceName, role: Role): Promise<string>;
  /** Ends all sessions, links and tokens of the account, and its password. */
  remove(name: string, kind: Account['kind'], doer?: Doer): Promise<Result<Account, AccessRefusal>>;
  changeRole(
    name: string,
    kind: Account['kind'],
    role: Role,
    doer?: Doer,
  ): Promise<Result<Account, AccessRefusal>>;
  /** A password beside sign-in links, or none (null). Ends the person's sessions. */
  setPassword(
    name: string,
    password: string | null,
    doer?: Doer,
  ): Promise<Result<Account, AccessRefusal>>;
  /** Signs a person out wherever they are signed in. */
  endSessions(name: string, doer?: Doer): Promise<Result<Account, AccessRefusal>>;
  /** One who has not been removed. */
  account(id: AccountId): Promise<Account | null>;
  hasPassword(id: AccountId): Promise<boolean>;
  /** Oldest first, without those removed. */
  list(kind: Account['kind']): Promise<readonly Account[]>;
  /** The name of an id in the record, also of one who was removed; the id itself where nobody has it. */
  nameOf(id: AccountId): Promise<string>;
}

export function openPeople(
  { store, now, id }: AccessSources,
  passwords: Passwords,
  give: GiveSecret,
): People {
  function event(
    kind: AccountEventKind,
    about: AccountId,
    doer: Doer,
    detail: string | null = null,
  ): AccountEvent {
    return { at: now(), kind, about, by: doer.by, from: doer.from, detail };
  }

  async function add(name: string, role: Role, kind: Account['kind'], doer: Doer) {
    const account: Account = {
      id: id() as AccountId,
      name,
      role,
      kind,
      createdAt: now(),
      removedAt: null,
    };
    const added = await store.add(account, event('account-added', account.id, doer, role));
    return added ? ok(account) : refuse('name-taken', `There is already a “${name}”.`);
  }

  async function addAccount(
    name: string,
    role: Role,
    kind: Account['kind'],
    doer: Doer = COMMAND_LINE,
  ) {
    if (name !== name.trim() || name.length < 1 || name.length > 80 || hasControls(name))
      return refuse('invalid', 'A name has 1 to 80 characters, with no space around it.');
    if (SERVICE_NAMES.some((own) => own === name))
      return refuse('name-taken', `“${name}” is a machine of the server’s own.`);
    return add(name, role, kind, doer);
  }

  async function named(name: string, kind: Account['kind']) {
    const account = await store.byName(name);
    return account?.kind === kind
      ? ok(account)
      : refuse('unknown-account', `There is no ${kind} “${name}”.`);
  }

  async function changeRole(
    name: string,
    kind: Account['kind'],
    role: Role,
    doer: Doer = COMMAND_LINE,
  ) {
    const found = await named(name, kind);
    if (!found.ok || found.value.role === role) return found;
    const { id: about } = found.value;
    await store.changeRole(about, role, event('role-changed', about, doer, role));
    return ok({ ...found.value, role });
  }

  async function setPassword(name: string, password: string | null, doer: Doer = COMMAND_LINE) {
    const found = await named(name, 'person');
    if (!found.ok) return found;
    const mistake = password === null ? null : passwordMistake(password, name);
    if (mistake !== null) return refuse('invalid', mistake);
    const kept = password === null ? null : await passwords.keep(password);
    const kind = kept === null ? 'password-removed' : 'password-set';
    await store.setPassword(found.value.id, kept, event(kind, found.value.id, doer));
    return found;
  }

  async function serviceToken(name: ServiceName, role: Role): Promise<string> {
    const known = await store.byName(name);
    const added = known === null ? await add(name, role, 'machine', COMMAND_LINE) : ok(known);
    const account = present(added.ok ? added.value : null, `account “${name}”`);
    if (account.role !== role) await changeRole(name, account.kind, role);
    return (await renewed(give, store, account, 'token', COMMAND_LINE)).secret;
  }

  return {
    addAccount,
    changeRole,
    setPassword,
    serviceToken,
    async newLink(name, doer = COMMAND_LINE) {
      const found = await named(name, 'person');
      return found.ok ? ok(await renewed(give, store, found.value, 'link', doer)) : found;
    },
    async newToken(name, doer = COMMAND_LINE) {
      const found = await named(name, 'machine');
      return found.ok ? ok(await renewed(give, store, found.value, 'token', doer)) : found;
    },
    async remove(name, kind, doer = COMMAND_LINE) {
      const found = await named(name, kind);
      if (found.ok) {
        const { id: about } = found.value;
        await store.remove(about, now(), event('account-removed', about, doer));
      }
      return found;
    },
    async endSessions(name, doer = COMMAND_LINE) {
      const found = await named(name, 'person');
      if (!found.ok) return found;
      await store.forgetCredentials(found.value.id, 'session');
      await store.note(event('signed-out-everywhere', found.value.id, doer));
      return found;
    },
    async account(of) {
      const account = await store.byId(of);
      return account?.removedAt === null ? account : null;
    },
    hasPassword: async (of) => (await store.password(of)) !== null,
    async list(kind) {
      const all = await store.list();
      return all.filter((account) => account.kind === kind && account.removedAt === null);
    },
    nameOf: async (of) => (await store.byId(of))?.name ?? of,
  };
}

function refuse(code: AccessRefusal['code'], message: string): Result<never, AccessRefusal> {
  return err({ code, message });
}

/** Such as a line break, which would make one name look like two in a list. */
function hasControls(name: string): boolean {
  return /\p{Cc}/u.test(name);
}
