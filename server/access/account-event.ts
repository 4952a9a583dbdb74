import type { AccountId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';

export type AccountEventKind =
  | 'account-added'
  | 'account-removed'
  | 'role-changed'
  | 'link-made'
  | 'token-made'
  | 'password-set'
  | 'password-removed'
  | 'signed-in'
  | 'sign-in-refused'
  | 'signed-out'
  | 'signed-out-everywhere';

/** Who does something to an account, and from where. */
export interface Doer {
  /** null: nobody who is signed in, such as whoever gives commands on the server's own machine. */
  readonly by: AccountId | null;
  /** The address it came from; null: the server's own machine. */
  readonly from: string | null;
}

/** Whoever gives commands on the server's own machine. */
export const COMMAND_LINE: Doer = { by: null, from: null };

/** Something that happened to accounts, for the audit. It never holds a secret, nor what somebody typed. */
export interface AccountEvent extends Doer {
  readonly at: Instant;
  readonly kind: AccountEventKind;
  /** Whose account; null where nobody has the name or the link that was tried. */
  readonly about: AccountId | null;
  /** The role that was given, or what one signed in by: `link`, `password`; why not: `too-many`. */
  readonly detail: string | null;
}

/** In the order in which they were written: ids grow, and may have gaps. */
export interface KeptEvent extends AccountEvent {
  readonly id: number;
}
