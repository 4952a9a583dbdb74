import type { Namespace } from 'socket.io';
import {
  type ClientToServer,
  type Position,
  PROTOCOL_VERSION,
  type ServerTime,
  type ServerToClient,
} from '../../shared/wire/messages.ts';
import type { Clock, Timers } from '../clock.ts';
import { type Encoding, encodeFrame } from './encode-frame.ts';
import type { Follower } from './follower.ts';
import type { Frame } from './frame.ts';
import { openFrameBuilder } from './frame-builder.ts';
import type { LiveCounts } from './live-counts.ts';
import { Reader, roomOf } from './reader.ts';

/** What a room is sent; that someone is current is told to them alone. */
type NewsFrame = Exclude<Frame, { kind: 'current' }>;

const ENCODINGS: readonly Encoding[] = ['tally', 'standing'];
const TELL_TIME_EVERY_MS = 60_000;

export interface LiveParts {
  readonly namespace: Namespace<ClientToServer, ServerToClient>;
  readonly follower: Follower;
  readonly clock: Clock;
  readonly timers: Timers;
  /** How long changes are gathered while there are many. */
  readonly tickMs: number;
  /** A reader with more than this waiting skips frames until it has taken it. */
  readonly mostWaitingBytes: number;
  readonly counts: LiveCounts;
}

/** Sends what happens to everyone who watches; answers subscriptions. Returns how to stop. */
export function openLiveNamespace(parts: LiveParts): () => void {
  const { namespace, follower, clock, timers, counts } = parts;
  const readers = new Map<string, Reader>();
  const frames = openFrameBuilder({ follower, timers, tickMs: parts.tickMs, send });

  namespace.on('connection', (socket) => {
    counts.connections += 1;
    counts.readers += 1;
    const reader = new Reader(socket, {
      frames,
      epoch: follower.epoch,
      elapsedMs: () => clock.elapsedMs(),
      refused: (code) => counts.refused.set(code, (counts.refused.get(code) ?? 0) + 1),
    });
    readers.set(socket.id, reader);
    socket.on('disconnect', () => {
      counts.readers -= 1;
      readers.delete(socket.id);
    });
    socket.emit('time', timeNow());
  });

  const stopTime = timers.every(TELL_TIME_EVERY_MS, () => {
    namespace.emit('time', timeNow());
  });

  function timeNow(): ServerTime {
    return { at: clock.now(), protocol: PROTOCOL_VERSION };
  }

  function send(frame: Frame): void {
    if (frame.kind === 'current') return;
    counts.frames += 1;
    for (const encoding of ENCODINGS) sendTo(encoding, frame);
  }

  function sendTo(encoding: Encoding, frame: NewsFrame): void {
    const room = roomOf(frame.published.contest, encoding);
    dropSlow(room, frame);
    // A standing is worth computing, and a frame worth encoding, for somebody only.
    if (!namespace.adapter.rooms.has(room)) return;
    encodeFrame(frame, encoding, follower.epoch, namespace.to(room));
  }

  function dropSlow(room: string, frame: NewsFrame): void {
    for (const id of [...(namespace.adapter.rooms.get(room) ?? [])]) {
      const reader = readers.get(id);
      if (reader === undefined || reader.waitingBytes <= parts.mostWaitingBytes) continue;
      counts.skipped += 1;
      reader.skip(frame.published.contest, positionBefore(frame, follower.epoch));
    }
  }

  return () => {
    stopTime();
    frames.close();
  };
}

/** Where those who have had every frame are before this one. */
function positionBefore(frame: NewsFrame, epoch: string): Position {
  return { epoch, seq: frame.kind === 'update' ? frame.since : 0 };
}
