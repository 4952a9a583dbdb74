import type { Result } from '../basics/result.ts';
import { about } from './about.ts';
import type { Actor } from './actor.ts';
import type { Board, ContestState, Retraction } from './board.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import { isBlank } from './is-blank.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

/** Acts at once: the call shows as under review until a second person has looked. */
export function decideSuspendCall(
  board: Board,
  { callId, contest, retracts, reason, by }: CommandOf<'suspend-call'>,
): Result<Decision, Refusal> {
  const known = board.retractions.get(callId);
  if (known !== undefined || board.proposals.has(callId)) {
    const isSame = known?.retracts === retracts && known.reason === reason;
    if (isSame && known.contest === contest) return repeated(callId, known.state);
    return refuse('id-reused', `${callId} was another call`, 'callId');
  }
  const state = board.contests.get(contest);
  if (state === undefined) return refuse('unknown-contest', `there is no contest ${contest}`);
  const call = state.tally.calls.find((other) => other.callId === retracts);
  if (call === undefined) {
    return refuse('unknown-call', `${contest} has no public call ${retracts}`, 'retracts');
  }
  if (call.state !== 'public') {
    return refuse('conflict', `${retracts} is ${call.state} already`, 'retracts');
  }
  if (isBlank(reason)) return refuse('reason-needed', 'say why it is retracted', 'reason');
  const event = { kind: 'call-suspended', body: { callId, retracts, reason } } as const;
  return done(callId, 'suspended', draftOf(about(state), by, event));
}

/** A second person agrees: the call is taken back for good, in public. */
export function decideConfirmRetraction(
  board: Board,
  { callId, by }: CommandOf<'confirm-retraction'>,
): Result<Decision, Refusal> {
  const found = retractionOf(board, callId);
  if (found === null) return unknownRetraction(callId);
  const { retraction, state } = found;
  if (retraction.state === 'retracted') return repeated(retraction.callId, 'retracted');
  const { retracts } = retraction;
  const event = { kind: 'call-retracted', body: { callId: retraction.callId, retracts } } as const;
  return (
    notBySecond(retraction, by) ??
    done(retraction.callId, 'retracted', draftOf(about(state), by, event))
  );
}

/** A second person disagrees: the call stands again, with the reason in the record. */
export function decideReinstateCall(
  board: Board,
  { callId, reason, by }: CommandOf<'reinstate-call'>,
): Result<Decision, Refusal> {
  const found = retractionOf(board, callId);
  if (found === null) return unknownRetraction(callId);
  const { retraction, state } = found;
  if (retraction.state === 'reinstated') return repeated(retraction.callId, 'reinstated');
  if (isBlank(reason)) return refuse('reason-needed', 'say why the call stands', 'reason');
  const { retracts } = retraction;
  const body = { callId: retraction.callId, retracts, reason };
  return (
    notBySecond(retraction, by) ??
    done(
      retraction.callId,
      'reinstated',
      draftOf(about(state), by, { kind: 'call-reinstated', body }),
    )
  );
}

/** By its own id, or by that of the call it took back: then the newest one. */
function retractionOf(
  board: Board,
  callId: string,
): { readonly retraction: Retraction; readonly state: ContestState } | null {
  const retraction =
    board.retractions.get(callId) ??
    [...board.retractions.values()].findLast(({ retracts }) => retracts === callId);
  const state = retraction && board.contests.get(retraction.contest);
  return retraction && state ? { retraction, state } : null;
}

function notBySecond(retraction: Retraction, by: Actor): Result<never, Refusal> | null {
  if (retraction.state !== 'suspended') {
    return refuse('conflict', `${retraction.retracts} was ${retraction.state} already`);
  }
  if (retraction.by !== by.account) return null;
  return refuse('same-person', 'someone other than who suspended the call decides about it');
}

function unknownRetraction(callId: string): Result<never, Refusal> {
  return refuse('unknown-call', `no call is under review as ${callId}`, 'callId');
}
