import { assertNever } from '../basics/assert.ts';
import { ok, type Result } from '../basics/result.ts';
import type { Board } from './board.ts';
import { certaintyLost } from './certainty-lost.ts';
import type { Command } from './command.ts';
import { decideAmend, decideConfirmAmendment } from './decide-amendments.ts';
import { decideConfirmCall, decideProposeCall } from './decide-calls.ts';
import { decideSetClock } from './decide-clock.ts';
import { decideLoadElection } from './decide-elections.ts';
import { decideRejectHold, decideReleaseHold } from './decide-holds.ts';
import { decideLock } from './decide-locks.ts';
import { decideEndNotice, decidePostNotice } from './decide-notices.ts';
import { decideClosePolls, decideConfirmClosing } from './decide-polls.ts';
import { decideReports } from './decide-reports.ts';
import {
  decideConfirmRetraction,
  decideReinstateCall,
  decideSuspendCall,
} from './decide-retractions.ts';
import type { Decision } from './decision.ts';
import type { Time } from './entry.ts';
import type { Refusal } from './refusal.ts';

/**
 * What a command does to the night: the entries to be written, in order, directly after the board's
 * last, and what its sender is told; or why it is not carried out. Changes nothing itself. Whether the
 * sender's role allows the command is asked at the door; here it only matters what a role means.
 *
 * @param time the place the next entry would have (`nextPlace`)
 */
export function decide(board: Board, command: Command, time: Time): Result<Decision, Refusal> {
  const decided = decideAlone(board, command, time);
  if (!decided.ok) return decided;
  const { entries, answer } = decided.value;
  return ok({ entries: [...entries, ...certaintyLost(board, entries, time)], answer });
}

function decideAlone(board: Board, command: Command, time: Time): Result<Decision, Refusal> {
  switch (command.type) {
    case 'load-election':
      return decideLoadElection(board, command, time);
    case 'report':
      return decideReports(board, command);
    case 'release-hold':
      return decideReleaseHold(board, command);
    case 'reject-hold':
      return decideRejectHold(board, command);
    case 'close-polls':
      return decideClosePolls(board, command, time);
    case 'confirm-closing':
      return decideConfirmClosing(board, command, time);
    case 'propose-call':
      return decideProposeCall(board, command);
    case 'confirm-call':
      return decideConfirmCall(board, command);
    case 'suspend-call':
      return decideSuspendCall(board, command);
    case 'confirm-retraction':
      return decideConfirmRetraction(board, command);
    case 'reinstate-call':
      return decideReinstateCall(board, command);
    case 'amend':
      return decideAmend(board, command, time);
    case 'confirm-amendment':
      return decideConfirmAmendment(board, command);
    case 'post-notice':
      return decidePostNotice(board, command, time);
    case 'end-notice':
      return decideEndNotice(board, command);
    case 'lock':
    case 'unlock':
      return decideLock(board, command);
    case 'set-clock':
      return decideSetClock(board, command, time);
    default:
      return assertNever(command);
  }
}
