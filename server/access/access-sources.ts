import type { Instant } from '../../shared/basics/instant.ts';
import type { AccountStore } from './account-store.ts';
import type { Passwords } from './passwords.ts';

/** What access is made from. */
export interface AccessSources {
  readonly store: AccountStore;
  readonly now: () => Instant;
  /** 256 random bits as text, new each time. */
  readonly secret: () => string;
  /** A new id each time. */
  readonly id: () => string;
  /** Those of `secret` and of sound cost unless given. */
  readonly passwords?: Passwords;
}
