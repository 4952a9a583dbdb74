import { canonicalText } from '../basics/canonical-text.ts';
import type { Result } from '../basics/result.ts';
import type { Election } from '../election/contest.ts';
import type { Board, ContestState } from './board.ts';
import { type Claims, claimsOf } from './claims-of.ts';
import type { EntryDraft, Time } from './entry.ts';
import { lostClaims } from './lost-claims.ts';
import { opensEarlier } from './public-units.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';
import { trialAfter } from './trial-after.ts';

/**
 * What one person's file may not do to a contest that has votes, for an amendment that does it takes
 * two people: open votes earlier, certify, or change what is proved. null where it does none of it.
 */
export function graveReload(
  board: Board,
  election: Election,
  loading: EntryDraft,
  time: Time,
): Result<never, Refusal> | null {
  // Tried, so that what was amended is compared as it will be carried over.
  const after = trialAfter(board, loading, time);
  for (const [index, { id }] of election.contests.entries()) {
    const was = board.contests.get(id);
    const is = after.get(id);
    if (was === undefined || is === undefined || !hasVotes(was)) continue;
    const grave = graveChange(was, is);
    if (grave === null) continue;
    const message = `${grave.what}: amend the contest, which takes two people`;
    return refuse('not-allowed', message, `contests[${index}]${grave.field}`);
  }
  return null;
}

function hasVotes({ cells, pending }: ContestState): boolean {
  return cells.size + pending.size > 0;
}

function graveChange(
  was: ContestState,
  is: ContestState,
): { readonly what: string; readonly field: string } | null {
  if (opensEarlier(was, is.contest)) {
    return { what: 'votes wait for the polls to close', field: '.pollsClose' };
  }
  if (canonicalText(was.contest.certified) !== canonicalText(is.contest.certified)) {
    return { what: 'a file does not certify what has votes', field: '.certified' };
  }
  if (sameProofs(claimsOf(was), claimsOf(is))) return null;
  return { what: 'this would change what is proved', field: '' };
}

/** A choice that is new, and open, changes none. */
function sameProofs(one: Claims, other: Claims): boolean {
  return lostClaims(one, other).length + lostClaims(other, one).length === 0;
}
