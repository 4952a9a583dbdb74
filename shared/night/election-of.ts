import { assertNever } from '../basics/assert.ts';
import type { ContestId, ElectionId } from '../basics/ids.ts';
import type { Board } from './board.ts';
import type { Command } from './command.ts';

/** The election that a command is about, whose clock tells its time; null where it names nothing the board knows. */
export function electionOf(board: Board, command: Command): ElectionId | null {
  if (command.type === 'load-election') return command.election.id;
  if (command.type === 'set-clock') return command.election;
  const contest = contestOf(board, command);
  return contest === undefined ? null : (board.contests.get(contest)?.election ?? null);
}

type OfContest = Exclude<Command, { readonly type: 'load-election' | 'set-clock' }>;

function contestOf(board: Board, command: OfContest): ContestId | undefined {
  switch (command.type) {
    case 'report':
      return command.reports[0]?.contest;
    case 'release-hold':
    case 'reject-hold':
      return board.holds.get(command.holdId)?.contest;
    case 'confirm-call':
      return board.proposals.get(command.callId)?.contest;
    case 'confirm-retraction':
    case 'reinstate-call':
      return (board.retractions.get(command.callId) ?? board.proposals.get(command.callId))
        ?.contest;
    case 'confirm-amendment':
      return board.amendments.get(command.amendId)?.contest;
    case 'end-notice':
      return board.notices.get(command.noticeId);
    case 'close-polls':
    case 'confirm-closing':
    case 'propose-call':
    case 'suspend-call':
    case 'amend':
    case 'post-notice':
    case 'lock':
    case 'unlock':
      return command.contest;
    default:
      return assertNever(command);
  }
}
