import type { AccountId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Role } from '../../shared/night/actor.ts';

/** A person or a machine. One that was removed stays on file, so that the record's ids keep their names. */
export interface Account {
  readonly id: AccountId;
  /** 1 to 80 characters; unique among those not removed. */
  readonly name: string;
  readonly role: Role;
  readonly kind: 'person' | 'machine';
  readonly createdAt: Instant;
  readonly removedAt: Instant | null;
}

/** How an account proves itself: a sign-in link once, a session in a browser, a token in a machine. */
export type CredentialKind = 'link' | 'session' | 'token';

/** A secret is never kept, only its SHA-256. */
export interface Credential {
  readonly kind: CredentialKind;
  /** 64 hexadecimal digits. */
  readonly hash: string;
  readonly account: AccountId;
  /** null: until it is taken away. */
  readonly expiresAt: Instant | null;
}
