import type { AccountId } from '../basics/ids.ts';

/** Each role may do all that the one before it may. */
export const ROLES = ['entry', 'editor', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who gives a command. Known to the desk and the secret part of the journal, never to the public. */
export interface Actor {
  readonly account: AccountId;
  readonly role: Role;
  /** The address it came from; null for the server's own commands. */
  readonly from: string | null;
}
