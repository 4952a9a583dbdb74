import type { ContestId } from '../../shared/basics/ids.ts';
import type { Position } from '../../shared/wire/messages.ts';
import type { Timers } from '../clock.ts';
import { definitionOfState } from './definition-of-state.ts';
import type { Follower } from './follower.ts';
import type { Frame } from './frame.ts';
import type { Published } from './published.ts';
import { TallyLog } from './tally-log.ts';
import { openTicker } from './ticker.ts';

export interface FrameBuilder {
  /** What a contest's readers were last told; null where there is no such contest. */
  published(contest: ContestId): Published | null;
  /** What a reader at `position` must be told to be where the frames are; null where there is no such contest. */
  catchUp(contest: ContestId, position: Position | null): Frame | null;
  close(): void;
}

/**
 * Gathers the changes of a contest into one frame a tick; after a quiet tick the first change goes out
 * at once. `send` is given every frame, in order: each goes on from the one before it.
 */
export function openFrameBuilder({
  follower,
  timers,
  tickMs,
  send,
}: {
  follower: Follower;
  timers: Timers;
  tickMs: number;
  send: (frame: Frame) => void;
}): FrameBuilder {
  const logs = new Map<ContestId, TallyLog>();
  const changed = new Set<ContestId>();
  const ticker = openTicker(timers, tickMs, sendChanged);

  for (const contest of follower.board.contests.keys()) publish(contest);

  const unlisten = follower.onChange((contests) => {
    for (const contest of contests) changed.add(contest);
    if (changed.size > 0) ticker.mark();
  });

  function sendChanged(): void {
    const contests = [...changed];
    changed.clear();
    for (const contest of contests) {
      const frame = publish(contest);
      if (frame !== null) send(frame);
    }
  }

  /** Moves a contest's log on to the board; null where its readers have nothing to be told. */
  function publish(contest: ContestId): Frame | null {
    const published = publishedOf(follower, contest);
    const log = logs.get(contest);
    if (published === null) {
      logs.delete(contest);
      return null;
    }
    if (log === undefined) {
      logs.set(contest, new TallyLog(published));
      return { kind: 'snapshot', published };
    }
    const { seq } = log.latest;
    if (seq === published.seq) return null;
    log.add(published);
    return log.since(seq);
  }

  return {
    published: (contest) => logs.get(contest)?.latest ?? null,
    catchUp(contest, position) {
      const log = logs.get(contest);
      if (log === undefined) return null;
      if (position?.epoch !== follower.epoch) return { kind: 'snapshot', published: log.latest };
      // A page may be drawn from the board in the middle of a tick: its reader is not sent back.
      if (position.seq > log.latest.seq) sendChanged();
      return log.since(position.seq);
    },
    close() {
      unlisten();
      ticker.stop();
    },
  };
}

function publishedOf({ board }: Follower, contest: ContestId): Published | null {
  const state = board.contests.get(contest);
  if (state === undefined) return null;
  const { tally, seq, at, nightAt } = state;
  return { contest, definition: definitionOfState(board, state), tally, seq, at, nightAt };
}
