import { saltedHash } from './chain.ts';
import type { BoardSnapshot, KeptTally } from './journal.ts';

/** By which a damaged snapshot is known from a whole one. */
export function snapshotDigest({ seq, hash, board }: BoardSnapshot): string {
  return saltedHash(`${seq} ${hash} `, board);
}

/** By which a damaged tally is known from a whole one. */
export function tallyDigest({ contest, seq, at, nightAt, tally }: KeptTally): string {
  return saltedHash(`${contest} ${seq} ${at} ${nightAt} `, tally);
}
