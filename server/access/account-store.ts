import type { AccountId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Account, Credential, CredentialKind } from './account.ts';

/**
 * Where accounts and the hashes of their secrets are kept. It knows no clock: whether a credential
 * still holds is for `access.ts` to say. Every implementation passes test/access/account-store-contract.ts.
 */
export interface AccountStore {
  /** False, and nothing kept, where someone not removed has that name. */
  add(account: Account): Promise<boolean>;
  /** Oldest first, also those removed. */
  list(): Promise<readonly Account[]>;
  /** Also one that was removed. */
  byId(id: AccountId): Promise<Account | null>;
  /** Not one that was removed. */
  byName(name: string): Promise<Account | null>;
  /** Marks the account as removed and forgets all its credentials. */
  remove(id: AccountId, at: Instant): Promise<void>;
  addCredential(credential: Credential): Promise<void>;
  credential(kind: CredentialKind, hash: string): Promise<Credential | null>;
  /** Gives the credential to the first who asks, and to nobody after. */
  takeCredential(kind: CredentialKind, hash: string): Promise<Credential | null>;
  /** All of that kind that the account has. */
  forgetCredentials(account: AccountId, kind: CredentialKind): Promise<void>;
  /** All that ended before `at`. */
  forgetExpired(at: Instant): Promise<void>;
  close(): Promise<void>;
}
