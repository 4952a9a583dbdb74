import { ok, type Result } from '../../shared/basics/result.ts';
import type { Role } from '../../shared/night/actor.ts';
import { type AccessRefusal, refuse } from './access-refusal.ts';
import type { AccessSources } from './access-sources.ts';
import type { Account } from './account.ts';
import {
  type AccountEvent,
  type AccountEventKind,
  COMMAND_LINE,
  type Doer,
} from './account-event.ts';
import { passwordMistake } from './password-mistake.ts';
import type { Passwords } from './passwords.ts';
import { type GiveSecret, type NewSecret, renewed } from './secrets.ts';

type Kind = Account['kind'];
type Changed = Promise<Result<Account, AccessRefusal>>;

/** What those who are there may do, and how they may come in. What takes a right away does so at once. */
export interface Rights {
  /** A one-time sign-in code for a person; the one before it, if unused, no longer holds. */
  newLink(name: string, doer?: Doer): Promise<Result<NewSecret, AccessRefusal>>;
  /** A token for a machine; the one before it no longer holds. */
  newToken(name: string, doer?: Doer): Promise<Result<NewSecret, AccessRefusal>>;
  changeRole(name: string, kind: Kind, role: Role, doer?: Doer): Changed;
  /** A password beside sign-in links, or none (null). Ends the person's sessions. */
  setPassword(name: string, password: string | null, doer?: Doer): Changed;
  /** Signs a person out wherever they are signed in. */
  endSessions(name: string, doer?: Doer): Changed;
  /** Ends all sessions, links and tokens of the account, and its password. */
  remove(name: string, kind: Kind, doer?: Doer): Changed;
}

export function openRights(
  { store, now }: AccessSources,
  passwords: Passwords,
  give: GiveSecret,
): Rights {
  async function named(name: string, kind: Kind): Changed {
    const account = await store.byName(name);
    return account?.kind === kind
      ? ok(account)
      : refuse('unknown-account', `There is no ${kind} “${name}”.`);
  }

  function event(
    kind: AccountEventKind,
    { id }: Account,
    { by, from }: Doer,
    detail: string | null = null,
  ): AccountEvent {
    return { at: now(), kind, about: id, by, from, detail };
  }

  async function renew(name: string, kind: Kind, what: 'link' | 'token', doer: Doer) {
    const found = await named(name, kind);
    return found.ok ? ok(await renewed(give, store, found.value, what, doer)) : found;
  }

  return {
    newLink: (name, doer = COMMAND_LINE) => renew(name, 'person', 'link', doer),
    newToken: (name, doer = COMMAND_LINE) => renew(name, 'machine', 'token', doer),
    async changeRole(name, kind, role, doer = COMMAND_LINE) {
      const found = await named(name, kind);
      if (!found.ok || found.value.role === role) return found;
      await store.changeRole(found.value.id, role, event('role-changed', found.value, doer, role));
      return ok({ ...found.value, role });
    },
    async setPassword(name, password, doer = COMMAND_LINE) {
      const found = await named(name, 'person');
      if (!found.ok) return found;
      const mistake = password === null ? null : passwordMistake(password, name);
      if (mistake !== null) return refuse('invalid', mistake);
      const kept = password === null ? null : await passwords.keep(password);
      const kind = kept === null ? 'password-removed' : 'password-set';
      await store.setPassword(found.value.id, kept, event(kind, found.value, doer));
      return found;
    },
    async endSessions(name, doer = COMMAND_LINE) {
      const found = await named(name, 'person');
      if (!found.ok) return found;
      await store.forgetCredentials(found.value.id, 'session');
      await store.note(event('signed-out-everywhere', found.value, doer));
      return found;
    },
    async remove(name, kind, doer = COMMAND_LINE) {
      const found = await named(name, kind);
      if (!found.ok) return found;
      await store.remove(found.value.id, now(), event('account-removed', found.value, doer));
      return found;
    },
  };
}
