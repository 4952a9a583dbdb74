import { err, ok, type Result } from '../../shared/basics/result.ts';
import { type Link, linkHash, NOTHING, saltedHash } from './chain.ts';
import type { Head } from './journal.ts';

/** An entry as it is kept, or as the public reads it: without secret, and without a body that is hidden. */
export type CheckedEntry = Link & {
  readonly prev: string;
  readonly hash: string;
  readonly body?: string | null;
  readonly bodySalt?: string | null;
  readonly secret?: string;
  readonly secretSalt?: string;
};

/** The first place at which a record does not hold. */
export interface ChainFault {
  readonly seq: number;
  /** What is wrong there, as the end of a sentence that begins with the entry. */
  readonly what: string;
}

/**
 * Recomputes the chain over entries that follow `after`, in their order.
 * @returns the last entry's place, which is `after` where there are none, or the first fault.
 */
export function verifyChain(
  entries: Iterable<CheckedEntry>,
  after: Head = NOTHING,
): Result<Head, ChainFault> {
  let before = after;
  for (const entry of entries) {
    const fault = faultOf(entry, before);
    if (fault !== null) return err(fault);
    before = { seq: entry.seq, hash: entry.hash };
  }
  return ok(before);
}

function faultOf(entry: CheckedEntry, before: Head): ChainFault | null {
  const seq = before.seq + 1;
  if (entry.seq > seq) return { seq, what: `is missing; entry ${entry.seq} comes in its place` };
  if (entry.seq < seq) return { seq: entry.seq, what: 'is there twice or out of its order' };
  const what = wrongContent(entry) ?? wrongLink(entry, before);
  return what === null ? null : { seq, what };
}

function wrongContent(entry: CheckedEntry): string | null {
  const { body, bodySalt, bodyHash, secret, secretSalt, secretHash } = entry;
  if (!fits(bodySalt, body, bodyHash)) return 'has a body that is not the one that was hashed';
  if (!fits(secretSalt, secret, secretHash))
    return 'has a secret part that is not the one that was hashed';
  return null;
}

function wrongLink(entry: CheckedEntry, before: Head): string | null {
  if (linkHash(entry, entry.prev) !== entry.hash)
    return 'has a hash that does not fit what it says';
  if (entry.prev !== before.hash) return `does not follow from the entry before it`;
  return null;
}

/**
 * Whether a text is the one that was hashed; one that is not shown cannot be judged. The salt ends
 * where the JSON begins, so that none of the one can pass for a part of the other.
 */
function fits(
  salt: string | null | undefined,
  text: string | null | undefined,
  expected: string,
): boolean {
  if (text === null || text === undefined) return true;
  if (salt === null || salt === undefined || salt.includes('{') || !text.startsWith('{'))
    return false;
  return saltedHash(salt, text) === expected;
}
