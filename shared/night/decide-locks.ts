import type { Result } from '../basics/result.ts';
import { about } from './about.ts';
import type { Board } from './board.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import { isBlank } from './is-blank.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

/** A lock on a contest that is locked changes nothing, but is kept: its id must not lock again later. */
export function decideLock(
  board: Board,
  { type, lockId, contest, reason, by }: CommandOf<'lock' | 'unlock'>,
): Result<Decision, Refusal> {
  const kind = type === 'lock' ? 'locked' : 'unlocked';
  const known = board.lockIds.get(lockId);
  if (known !== undefined) {
    const isSame = known.contest === contest && known.locked === (type === 'lock');
    if (isSame) return repeated(lockId, kind);
    return refuse('id-reused', `${lockId} was another lock`, 'lockId');
  }
  const state = board.contests.get(contest);
  if (state === undefined) return refuse('unknown-contest', `there is no contest ${contest}`);
  if (isBlank(reason)) return refuse('reason-needed', `say why it is ${kind}`, 'reason');
  return done(lockId, kind, draftOf(about(state), by, { kind, body: { lockId, reason } }));
}
