import type { Request } from 'express';
import { type Instant, instantOf, msOf, parseInstant } from '../../shared/basics/instant.ts';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import { nightTime } from '../../shared/night/night-time.ts';
import { offsetTime } from '../../shared/results/offset-time.ts';
import type { Step } from '../live/contest-past.ts';
import { definitionOfState } from '../live/definition-of-state.ts';
import type { Past } from '../live/past.ts';
import { type Failure, failure } from './failure.ts';
import { queryNumber, queryText } from './query.ts';

/** A moment of a contest's record that somebody asked for. */
export interface AskedMoment {
  /** The last public change up to it. */
  readonly step: Step;
  /** The night's time that was asked for; null where an entry was. */
  readonly at: Instant | null;
  /** Of the answer. `open`: an entry that belongs before the moment may still come. `ever`: it cannot become another. */
  readonly lasts: 'open' | 'settled' | 'ever';
}

export interface MomentReads {
  readonly board: Board;
  readonly past: Past;
  readonly epoch: string;
}

/**
 * Reads `?at=` (the night's time) or `?seq=`, and with them `&epoch=`, which names the record that is
 * meant; null where neither is there, which is the present.
 */
export function askedMoment(
  request: Request,
  state: ContestState,
  reads: MomentReads,
): Result<AskedMoment | null, Failure> {
  const at = queryText(request, 'at');
  const seq = queryText(request, 'seq');
  if (at === null && seq === null) return ok(null);
  if (at !== null && seq !== null)
    return err(failure(400, 'invalid', 'Ask for “at” or for “seq”, not for both.', 'seq'));
  const epoch = queryText(request, 'epoch');
  if (epoch !== null && epoch !== reads.epoch)
    return err(failure(404, 'unknown-epoch', 'That is another record than this one.', 'epoch'));
  return at === null ? atSeq(request, state, reads) : atTime(at, state, reads);
}

const NO_TIME =
  '“at” is a date and time with its offset from UTC, such as 2017-04-19T00:03:00-04:00; in an address “+” is written %2B.';

function atTime(
  text: string,
  state: ContestState,
  reads: MomentReads,
): Result<AskedMoment, Failure> {
  const at = endOfSecond(text);
  if (at === null) return err(failure(400, 'invalid', NO_TIME, 'at'));
  const step = reads.past.atTime(state.contest.id, at);
  if (step === null) return err(notBegun(state, reads, 'at'));
  return ok({ step, at, lasts: at < nightNow(reads.board, state) ? 'settled' : 'open' });
}

/** Times are told to the second: what a standing says of itself must lead back to it. */
function endOfSecond(text: string): Instant | null {
  const instant = parseInstant(text);
  return instant === null || text.includes('.') ? instant : instantOf(msOf(instant) + 999);
}

function atSeq(
  request: Request,
  state: ContestState,
  reads: MomentReads,
): Result<AskedMoment, Failure> {
  const seq = queryNumber(request, 'seq', 0);
  if (!seq.ok) return seq;
  const last = reads.board.seq;
  if (seq.value > last) {
    const message = `There is no entry ${seq.value} yet; the last one is ${last}.`;
    return err(failure(404, 'unknown-seq', message, 'seq'));
  }
  const step = reads.past.atSeq(state.contest.id, seq.value);
  if (step === null) return err(notBegun(state, reads, 'seq'));
  const isNamed = queryText(request, 'epoch') !== null;
  return ok({ step, at: null, lasts: isNamed ? 'ever' : 'settled' });
}

function notBegun(state: ContestState, reads: MomentReads, path: 'at' | 'seq'): Failure {
  const { first, earliest } = reads.past.beginning(state.contest.id);
  const { seq, nightAt } = path === 'at' ? earliest : first;
  const { timeZone } = definitionOfState(reads.board, state).election;
  const time = offsetTime(nightAt, timeZone);
  const message = `The record of this contest begins with entry ${seq}, at ${time}.`;
  return failure(404, 'before-record', message, path);
}

/** By the last entry: time in the record never runs backwards, so that none before it can still come. */
function nightNow(board: Board, { election, tally, nightAt }: ContestState): Instant {
  const clock = board.elections.get(election)?.clock ?? tally.clock;
  return board.at === null ? nightAt : nightTime(clock, board.at);
}
