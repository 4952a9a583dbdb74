import type { AccountId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Role } from '../../shared/night/actor.ts';
import type { Account, Credential, CredentialKind } from './account.ts';
import type { AccountEvent, KeptEvent } from './account-event.ts';

/**
 * Where accounts, the hashes of their secrets and what happened to them are kept. A change and its
 * event are kept together or not at all. It knows no clock: whether a credential still holds is for
 * `access.ts` to say. Every implementation passes test/access/account-store-contract.ts.
 */
export interface AccountStore {
  /** False, and nothing kept, where someone not removed has that name. */
  add(account: Account, event: AccountEvent): Promise<boolean>;
  /** Oldest first, also those removed. */
  list(): Promise<readonly Account[]>;
  /** Also one that was removed. */
  byId(id: AccountId): Promise<Account | null>;
  /** Not one that was removed. */
  byName(name: string): Promise<Account | null>;
  changeRole(id: AccountId, role: Role, event: AccountEvent): Promise<void>;
  /** Marks the account as removed and forgets all its credentials, the password too. */
  remove(id: AccountId, at: Instant, event: AccountEvent): Promise<void>;
  /** What is kept of the password; null where there is none. */
  password(id: AccountId): Promise<string | null>;
  /** Puts it in place of the one before, or takes it away, and ends all sessions. */
  setPassword(id: AccountId, kept: string | null, event: AccountEvent): Promise<void>;
  addCredential(credential: Credential, event: AccountEvent): Promise<void>;
  credential(kind: CredentialKind, hash: string): Promise<Credential | null>;
  /** Gives the credential to the first who asks, and to nobody after. */
  takeCredential(kind: CredentialKind, hash: string): Promise<Credential | null>;
  /** All of that kind that the account has. */
  forgetCredentials(account: AccountId, kind: CredentialKind): Promise<void>;
  /** All that ended before `at`. */
  forgetExpired(at: Instant): Promise<void>;
  /** An event by itself. Of refused sign-ins only so many of the newest stay, for anyone can make them. */
  note(event: AccountEvent): Promise<void>;
  /** With an id above `after`, oldest first. */
  eventsAfter(after: number, limit: number): Promise<readonly KeptEvent[]>;
  /** With an id below `before`, newest first. */
  eventsBefore(before: number, limit: number): Promise<readonly KeptEvent[]>;
  /** Whether somebody has signed in to the account from that address. */
  hasSignedIn(account: AccountId, from: string): Promise<boolean>;
  /** Another text after every change, by whatever process. */
  stamp(): Promise<string>;
  close(): Promise<void>;
}

/** Of a store, what happened. */
export type EventPart = Pick<AccountStore, 'note' | 'eventsAfter' | 'eventsBefore' | 'hasSignedIn'>;

/** Refused sign-ins that a store keeps unless told otherwise. */
export const MOST_REFUSALS = 10_000;
