import { present } from '../../shared/basics/assert.ts';
import type { AccountId } from '../../shared/basics/ids.ts';
import { ok, type Result } from '../../shared/basics/result.ts';
import type { Role } from '../../shared/night/actor.ts';
import { type AccessRefusal, refuse } from './access-refusal.ts';
import type { AccessSources } from './access-sources.ts';
import type { Account } from './account.ts';
import { COMMAND_LINE, type Doer } from './account-event.ts';
import { type GiveSecret, renewed } from './secrets.ts';

/** The server's own machines; a replay's name says what it plays. */
type ServiceName = 'local' | 'replay' | `replay ${string}`;

/** Who there is. */
export interface Roster {
  addAccount(
    name: string,
    role: Role,
    kind: Account['kind'],
    doer?: Doer,
  ): Promise<Result<Account, AccessRefusal>>;
  /** A new token of one of the server's own machines, which is made where it is not there. */
  serviceToken(name: ServiceName, role: Role): Promise<string>;
  /** One who has not been removed. */
  account(id: AccountId): Promise<Account | null>;
  hasPassword(id: AccountId): Promise<boolean>;
  /** Oldest first, without those removed. */
  list(kind: Account['kind']): Promise<readonly Account[]>;
  /** The name of an id in the record, also of one who was removed; the id itself where nobody has it. */
  nameOf(id: AccountId): Promise<string>;
}

export function openRoster({ store, now, id: newId }: AccessSources, give: GiveSecret): Roster {
  async function add(name: string, role: Role, kind: Account['kind'], { by, from }: Doer) {
    const id = newId() as AccountId;
    const at = now();
    const account: Account = { id, name, role, kind, createdAt: at, removedAt: null };
    const event = { at, kind: 'account-added', about: id, by, from, detail: role } as const;
    const added = await store.add(account, event);
    return added ? ok(account) : refuse('name-taken', `There is already a “${name}”.`);
  }

  async function service(name: ServiceName, role: Role): Promise<Account> {
    const known = await store.byName(name);
    if (known === null) {
      const added = await add(name, role, 'machine', COMMAND_LINE);
      return present(added.ok ? added.value : null, `account “${name}”`);
    }
    if (known.role !== role) {
      const about = { at: now(), about: known.id, ...COMMAND_LINE };
      await store.changeRole(known.id, role, { ...about, kind: 'role-changed', detail: role });
    }
    return known;
  }

  return {
    async addAccount(name, role, kind, doer = COMMAND_LINE) {
      if (name !== name.trim() || name.length < 1 || name.length > 80 || hasControls(name))
        return refuse('invalid', 'A name has 1 to 80 characters, with no space around it.');
      if (isService(name))
        return refuse('name-taken', `“${name}” is a machine of the server’s own.`);
      return add(name, role, kind, doer);
    },
    async serviceToken(name, role) {
      const account = await service(name, role);
      return (await renewed(give, store, account, 'token', COMMAND_LINE)).secret;
    },
    async account(id) {
      const account = await store.byId(id);
      return account?.removedAt === null ? account : null;
    },
    hasPassword: async (id) => (await store.password(id)) !== null,
    async list(kind) {
      const all = await store.list();
      return all.filter((account) => account.kind === kind && account.removedAt === null);
    },
    nameOf: async (id) => (await store.byId(id))?.name ?? id,
  };
}

/** Who had such a name would be given the machine's token. */
function isService(name: string): boolean {
  return name === 'local' || /^replay( |$)/.test(name);
}

/** Such as a line break, which would make one name look like two in a list. */
function hasControls(name: string): boolean {
  return /\p{Cc}/u.test(name);
}
