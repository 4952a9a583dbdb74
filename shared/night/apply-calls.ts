import { present } from '../basics/assert.ts';
import type { Call } from '../count/call.ts';
import type { Board, ContestState, Retraction } from './board.ts';
import { changePublic } from './change-public.ts';
import type { EntryOf, EntryPlace } from './entry.ts';
import { stateOf } from './state-of.ts';

const NEWS = { kind: 'call', county: null } as const;

/** Nothing of it is public before a second person confirms it. */
export function applyCallProposed(board: Board, entry: EntryOf<'call-proposed'>): void {
  const contest = stateOf(board, entry).contest.id;
  board.hidden.add(entry.seq);
  board.proposals.set(entry.body.callId, {
    ...entry.body,
    contest,
    by: entry.secret.by,
    seq: entry.seq,
    state: 'proposed',
  });
}

export function applyCallConfirmed(board: Board, entry: EntryOf<'call-confirmed'>): void {
  const state = stateOf(board, entry);
  const { callId } = entry.body;
  const proposal = present(board.proposals.get(callId), `call ${callId}`);
  board.proposals.set(callId, { ...proposal, state: 'confirmed' });
  board.hidden.delete(proposal.seq);
  const { type, choices, source, reason } = proposal;
  const { seq, nightAt } = entry;
  const made = { callId, type, choices, source, reason, nightAt, seq };
  const call: Call = { ...made, state: 'public', retraction: null };
  changePublic(state, entry, NEWS, { calls: [...state.tally.calls, call] });
}

export function applyCallSuspended(board: Board, entry: EntryOf<'call-suspended'>): void {
  const state = stateOf(board, entry);
  const { callId, retracts, reason } = entry.body;
  const contest = state.contest.id;
  board.retractions.set(callId, {
    callId,
    retracts,
    contest,
    by: entry.secret.by,
    reason,
    state: 'suspended',
  });
  const suspended = { nightAt: entry.nightAt, reason };
  changeCall(state, entry, retracts, { state: 'under-review', suspended });
}

export function applyCallRetracted(board: Board, entry: EntryOf<'call-retracted'>): void {
  const { reason } = settle(board, entry.body.callId, 'retracted');
  const retraction = { nightAt: entry.nightAt, reason };
  const change = { state: 'retracted', retraction } as const;
  changeCall(stateOf(board, entry), entry, entry.body.retracts, change);
}

export function applyCallReinstated(board: Board, entry: EntryOf<'call-reinstated'>): void {
  settle(board, entry.body.callId, 'reinstated');
  const reinstated = { nightAt: entry.nightAt, reason: entry.body.reason };
  const change = { state: 'public', reinstated } as const;
  changeCall(stateOf(board, entry), entry, entry.body.retracts, change);
}

function settle(board: Board, callId: string, state: Retraction['state']): Retraction {
  const retraction = present(board.retractions.get(callId), `retraction ${callId}`);
  board.retractions.set(callId, { ...retraction, state });
  return retraction;
}

function changeCall(
  state: ContestState,
  place: EntryPlace,
  callId: string,
  change: Partial<Call>,
): void {
  const calls = state.tally.calls.map((call) =>
    call.callId === callId ? { ...call, ...change } : call,
  );
  changePublic(state, place, NEWS, { calls });
}
