import { canonicalText } from '../basics/canonical-text.ts';
import type { Result } from '../basics/result.ts';
import { about } from './about.ts';
import type { Board, ContestState } from './board.ts';
import { callMistake } from './call-mistake.ts';
import type { CommandOf } from './command.ts';
import type { Decision } from './decision.ts';
import { done, repeated } from './done.ts';
import { draftOf } from './draft-of.ts';
import type { CallProposed } from './entry.ts';
import type { Refusal } from './refusal.ts';
import { refuse } from './refuse.ts';

/** One person proposes a call; the public sees nothing of it yet. */
export function decideProposeCall(
  board: Board,
  command: CommandOf<'propose-call'>,
): Result<Decision, Refusal> {
  const { callId, contest, call, choices, source, reason, by } = command;
  const body: CallProposed = { callId, type: call, choices, source, reason };
  const known = board.proposals.get(callId);
  if (known !== undefined || board.retractions.has(callId)) {
    const { type, choices, source, reason } = known ?? body;
    const isSame =
      known?.contest === contest &&
      canonicalText({ callId, type, choices, source, reason }) === canonicalText(body);
    if (isSame) return repeated(callId, known.state);
    return refuse('id-reused', `${callId} was another call`, 'callId');
  }
  const state = board.contests.get(contest);
  if (state === undefined) return refuse('unknown-contest', `there is no contest ${contest}`);
  return (
    untimely(state) ??
    callMistake(state, body) ??
    done(callId, 'proposed', draftOf(about(state), by, { kind: 'call-proposed', body }))
  );
}

/** A second person makes it public, unless the picture is no longer the one that person saw. */
export function decideConfirmCall(
  board: Board,
  { callId, seq, by }: CommandOf<'confirm-call'>,
): Result<Decision, Refusal> {
  const proposal = board.proposals.get(callId);
  const state = proposal && board.contests.get(proposal.contest);
  if (proposal === undefined || state === undefined) {
    return refuse('unknown-call', `there is no proposed call ${callId}`, 'callId');
  }
  if (proposal.state === 'confirmed') return repeated(callId, 'confirmed');
  if (proposal.by === by.account) {
    return refuse('same-person', 'a call is confirmed by someone other than who proposed it');
  }
  if (!Number.isInteger(seq) || seq < 0 || seq > board.seq) {
    return refuse('invalid', `seq is a place in the record, from 0 to ${board.seq}`, 'seq');
  }
  if (state.leaderSince > seq) {
    const message = 'the leader, or its side of the line, has changed since then: look again';
    return refuse('conflict', message, 'seq');
  }
  const event = { kind: 'call-confirmed', body: { callId, seenSeq: seq } } as const;
  return (
    untimely(state) ??
    callMistake(state, proposal) ??
    done(callId, 'confirmed', draftOf(about(state), by, event))
  );
}

function untimely(state: ContestState): Result<never, Refusal> | null {
  if (state.closedUnits === 'all') return null;
  return refuse('polls-open', 'nothing is called before the last polls have closed');
}
