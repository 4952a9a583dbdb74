import { ROLES, type Role } from '../../shared/night/actor.ts';
import type { CommandType } from '../../shared/night/command.ts';

/** The least role that may give each command. `server`: nobody's but the server's own. */
export const COMMAND_ROLES: Readonly<Record<CommandType, Role | 'server'>> = {
  report: 'entry',
  'release-hold': 'editor',
  'reject-hold': 'editor',
  'propose-call': 'editor',
  'confirm-call': 'editor',
  'suspend-call': 'editor',
  'confirm-retraction': 'editor',
  'reinstate-call': 'editor',
  amend: 'editor',
  'confirm-amendment': 'editor',
  'post-notice': 'editor',
  'end-notice': 'editor',
  lock: 'editor',
  unlock: 'editor',
  'confirm-closing': 'editor',
  'load-election': 'admin',
  'set-clock': 'admin',
  'close-polls': 'server',
};

/** The least role that may manage people and machines. */
export const ACCOUNT_ROLES = {
  'add-account': 'admin',
  'change-role': 'admin',
  'renew-secret': 'admin',
  'end-sessions': 'admin',
  'remove-account': 'admin',
} as const satisfies Readonly<Record<string, Role>>;

export type AccountAction = keyof typeof ACCOUNT_ROLES;

/** The least role that may read what is not public. */
export const READ_ROLES = {
  holds: 'editor',
  audit: 'editor',
  people: 'admin',
  metrics: 'entry',
} as const satisfies Readonly<Record<string, Role>>;

/** Whether a role includes another: each may do all that the one before it may. */
export function includesRole(role: Role, least: Role | 'server'): boolean {
  return least !== 'server' && ROLES.indexOf(role) >= ROLES.indexOf(least);
}

export function mayCommand(role: Role, type: CommandType): boolean {
  return includesRole(role, COMMAND_ROLES[type]);
}
