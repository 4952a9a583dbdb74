import { hash } from 'node:crypto';
import type { Entry } from '../../shared/night/entry.ts';
import type { Head, SealedEntry } from './journal.ts';

/** What the first entry follows. */
export const NOTHING: Head = { seq: 0, hash: '0'.repeat(64) };

/** Everything of an entry that its own hash covers, besides its predecessor's hash. */
export type Link = Omit<
  SealedEntry,
  'body' | 'bodySalt' | 'secret' | 'secretSalt' | 'prev' | 'hash'
>;

/**
 * Puts an entry into the form in which it is kept, behind `prev`, the hash of the entry before it.
 * The salts are random and each of its own: without them a hidden body of few possible contents
 * could be guessed from its published hash.
 */
export function sealEntry(
  entry: Entry,
  prev: string,
  salts: { readonly body: string; readonly secret: string },
): SealedEntry {
  const { by, from, note } = entry.secret;
  const body = JSON.stringify(entry.body);
  const secret = JSON.stringify({ by, from, note });
  const link: Link = {
    seq: entry.seq,
    at: entry.at,
    nightAt: entry.nightAt,
    kind: entry.kind,
    election: entry.election,
    contest: entry.contest,
    bodyHash: saltedHash(salts.body, body),
    secretHash: saltedHash(salts.secret, secret),
  };
  const sealed = { body, bodySalt: salts.body, secret, secretSalt: salts.secret };
  return { ...link, ...sealed, prev, hash: linkHash(link, prev) };
}

/** Hexadecimal SHA-256 of the salt's text followed by the content's, in UTF-8. */
export function saltedHash(salt: string, text: string): string {
  return hash('sha256', salt + text);
}

/**
 * Hexadecimal SHA-256 of a JSON list without spaces: prev, seq, at, nightAt, kind, election, contest,
 * bodyHash, secretHash. A list, because its order is fixed and nothing has to be sorted.
 */
export function linkHash(link: Link, prev: string): string {
  const { seq, at, nightAt, kind, election, contest, bodyHash, secretHash } = link;
  return hash(
    'sha256',
    JSON.stringify([prev, seq, at, nightAt, kind, election, contest, bodyHash, secretHash]),
  );
}
