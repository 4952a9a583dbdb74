import { type Instant, instantOf } from '../../shared/basics/instant.ts';
import { ok, type Result } from '../../shared/basics/result.ts';
import type { Board } from '../../shared/night/board.ts';
import type { Command } from '../../shared/night/command.ts';
import type { Answer } from '../../shared/night/decision.ts';
import { nextClosing } from '../../shared/night/public-units.ts';
import type { Refusal } from '../../shared/night/refusal.ts';
import { refuse } from '../../shared/night/refuse.ts';
import type { Clock, Timers } from '../clock.ts';
import type { Journal } from '../journal/journal.ts';
import type { ClockMark } from './clock-mark.ts';
import { openClosings } from './closings.ts';
import { openBoard } from './open-board.ts';
import { openPen, type Written } from './pen.ts';
import { openSnapshots } from './snapshots.ts';
import { openSureClock } from './sure-clock.ts';
import { WRITER } from './writer-actor.ts';

export interface DeskOptions {
  readonly journal: Journal;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly clockMark: ClockMark;
  /** Must end the process: the board has what could not be made durable, and nobody may see it. */
  readonly fatal: (error: unknown) => void;
  /** Entries from one snapshot of the board to the next. */
  readonly snapshotEvery?: number;
  /** Commands that may wait for their flush; more are refused as `unavailable`. */
  readonly maxWaiting?: number;
}

/** The one that writes. */
export interface Desk {
  /** Read only. Ahead of what is durable by what waits for its flush: for deciding, never for readers. */
  readonly board: Board;
  /**
   * Carries out a command, or says why not. Resolves once all that the answer rests on is durable.
   * Refused as `unavailable`, nothing was done: the same command may be sent again a little later.
   */
  submit(command: Command): Promise<Result<Answer, Refusal>>;
  /** Takes nothing more, waits for what is on its way and keeps a snapshot. The journal stays open. */
  close(): Promise<void>;
}

const TICK_MS = 1_000;
const MARK_EVERY_TICKS = 10;

/** Opens the writer on a journal that nobody else writes. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { journal, clock, timers, clockMark } = options;
  const board = await openBoard(journal);
  const sureClock = openSureClock(clock, sureStart(board, clock, clockMark));
  const closings = openClosings(board);
  const pen = openPen({ board, journal, clock, fail });
  const snapshots = openSnapshots(journal, board, options.snapshotEvery ?? 5_000, fail);
  const maxWaiting = options.maxWaiting ?? 20_000;
  let state: 'open' | 'closed' | 'failed' = 'open';
  let waiting = 0;
  let ticks = 0;
  clockMark.write(sureClock.read().sure);
  const stopTicking = timers.every(TICK_MS, tick);

  function fail(error: unknown): void {
    if (state !== 'failed') options.fatal(error);
    state = 'failed';
  }

  function write(command: Command): Written {
    const vouched = vouchedClosing(board, command);
    const written = pen(command);
    for (const { kind } of written.entries) closings.note(kind);
    if (vouched !== null && written.entries.length > 0) sureClock.vouch(vouched);
    snapshots.note();
    return written;
  }

  function closePolls(): void {
    // One closing may be followed by another that has come as well.
    do {
      for (const { contest, doubted } of closings.due(sureClock.read()))
        write({ type: 'close-polls', contest, doubted, by: WRITER });
    } while (closings.changed());
  }

  function tick(): void {
    if (state !== 'open') return;
    closePolls();
    ticks += 1;
    if (ticks % MARK_EVERY_TICKS === 0) clockMark.write(sureClock.read().sure);
  }

  async function submit(command: Command): Promise<Result<Answer, Refusal>> {
    if (state !== 'open') return refuse('unavailable', 'The server is stopping. Send it again.');
    if (waiting >= maxWaiting) return refuse('unavailable', 'Too much is waiting. Send it again.');
    // What has come due comes first: a report of after the closing finds the polls closed.
    closePolls();
    const { decided, durable } = write(command);
    if (closings.changed()) closePolls();
    waiting += 1;
    try {
      await durable;
    } finally {
      waiting -= 1;
    }
    return decided.ok ? ok(decided.value.answer) : decided;
  }

  async function close(): Promise<void> {
    if (state !== 'open') return;
    state = 'closed';
    stopTicking();
    clockMark.write(sureClock.read().sure);
    clockMark.close();
    await snapshots.save();
  }

  return { board, submit, close };
}

/** What a person says by confirming a closing: that its time has come, whatever the clocks say. */
function vouchedClosing(board: Board, command: Command): Instant | null {
  if (command.type !== 'confirm-closing') return null;
  const state = board.contests.get(command.contest);
  return state === undefined ? null : nextClosing(state);
}

/**
 * The time that is sure to have come when the server starts. Into an empty journal it goes with the
 * clock that the machine has. After that only the mark counts: entries may bear the times of a clock
 * that had jumped. With no mark nothing is sure, and a person confirms each closing.
 */
function sureStart(board: Board, clock: Clock, mark: ClockMark): Instant {
  return mark.read() ?? (board.seq === 0 ? clock.now() : instantOf(0));
}
