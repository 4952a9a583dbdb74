import { assertNever } from '../basics/assert.ts';
import { applyAmended, applyAmendmentProposed } from './apply-amendments.ts';
import {
  applyCallConfirmed,
  applyCallProposed,
  applyCallReinstated,
  applyCallRetracted,
  applyCallSuspended,
} from './apply-calls.ts';
import { applyCertaintyWithdrawn } from './apply-certainty.ts';
import { applyClockSet } from './apply-clock.ts';
import { applyElectionLoaded, applyElectionReset } from './apply-elections.ts';
import { applyHoldRejected, applyHoldReleased, applyReportHeld } from './apply-holds.ts';
import { applyLock } from './apply-locks.ts';
import { applyNoticeEnded, applyNoticePosted } from './apply-notices.ts';
import { applyClosingDoubted, applyPollsClosed } from './apply-polls.ts';
import { applyReportsAccepted, applyReportsNoted } from './apply-reports.ts';
import type { Board } from './board.ts';
import type { Entry } from './entry.ts';

/**
 * Puts the next entry of the record on the board. It accepts every entry ever written and asks nothing:
 * `decide` has. Changes the board's maps and the states in them, never the tallies, contests or cells.
 */
export function apply(board: Board, entry: Entry): void {
  board.seq = entry.seq;
  board.at = entry.at;
  switch (entry.kind) {
    case 'election-loaded':
      applyElectionLoaded(board, entry);
      break;
    case 'election-reset':
      applyElectionReset(board, entry);
      break;
    case 'reports-accepted':
      applyReportsAccepted(board, entry);
      break;
    case 'reports-noted':
      applyReportsNoted(board, entry);
      break;
    case 'report-held':
      applyReportHeld(board, entry);
      break;
    case 'hold-released':
      applyHoldReleased(board, entry);
      break;
    case 'hold-rejected':
      applyHoldRejected(board, entry);
      break;
    case 'polls-closed':
      applyPollsClosed(board, entry);
      break;
    case 'closing-doubted':
      applyClosingDoubted(board, entry);
      break;
    case 'call-proposed':
      applyCallProposed(board, entry);
      break;
    case 'call-confirmed':
      applyCallConfirmed(board, entry);
      break;
    case 'call-suspended':
      applyCallSuspended(board, entry);
      break;
    case 'call-retracted':
      applyCallRetracted(board, entry);
      break;
    case 'call-reinstated':
      applyCallReinstated(board, entry);
      break;
    case 'amendment-proposed':
      applyAmendmentProposed(board, entry);
      break;
    case 'amended':
      applyAmended(board, entry);
      break;
    case 'notice-posted':
      applyNoticePosted(board, entry);
      break;
    case 'notice-ended':
      applyNoticeEnded(board, entry);
      break;
    case 'locked':
    case 'unlocked':
      applyLock(board, entry);
      break;
    case 'clock-set':
      applyClockSet(board, entry);
      break;
    case 'certainty-withdrawn':
      applyCertaintyWithdrawn(board, entry);
      break;
    default:
      assertNever(entry);
  }
}
