import type { Socket } from 'socket.io';
import type { ContestId } from '../../shared/basics/ids.ts';
import type {
  ClientToServer,
  Position,
  ServerToClient,
  WireRefusal,
} from '../../shared/wire/messages.ts';
import { type Allowance, openAllowance } from './allowance.ts';
import { type Encoding, encodeFrame } from './encode-frame.ts';
import type { FrameBuilder } from './frame-builder.ts';
import { MOST_CONTESTS, readSubscribe } from './read-subscribe.ts';

export type LiveSocket = Socket<ClientToServer, ServerToClient>;

/** What one connection may ask for. A subscription costs a lookup for each contest, never a count. */
const SUBSCRIBES = { most: 30, everyMs: 1_000 };
const MOST_REFUSALS = 10;
const WHAT_IT_TAKES = `It takes { contests: [ids, at most ${MOST_CONTESTS}] }, and \`subscribe\` also positions: { id: { epoch, seq } }.`;

export interface ReaderParts {
  readonly frames: FrameBuilder;
  readonly epoch: string;
  readonly elapsedMs: () => number;
  /** Told of every message that was refused. */
  readonly refused: (code: WireRefusal['code']) => void;
}

/** The room of those who are sent a contest's frames in one encoding. */
export function roomOf(contest: string, encoding: Encoding): string {
  return `${encoding} ${contest}`;
}

/**
 * One connection to `/live`. It joins a contest in three phases, all in one turn of the event loop, so
 * that nothing is missed and nothing comes twice:
 *   history    what takes it from its position to where the room is (never to where the board is,
 *              which may be a part of a tick ahead);
 *   hand-over  it enters the room, before another frame can leave;
 *   live       every frame goes on from the one before.
 * A reader too slow for the frames leaves the room and, when it can listen again, joins anew from
 * where it was.
 */
export class Reader {
  readonly #socket: LiveSocket;
  readonly #parts: ReaderParts;
  readonly #encoding: Encoding;
  readonly #subscribes: Allowance;
  readonly #watched = new Set<string>();
  /** Contests whose frames it skips, with the position it has of them. */
  readonly #behind = new Map<string, Position>();
  #refusals = 0;

  constructor(socket: LiveSocket, parts: ReaderParts) {
    this.#socket = socket;
    this.#parts = parts;
    this.#encoding = socket.handshake.auth.encoding === 'standing' ? 'standing' : 'tally';
    this.#subscribes = openAllowance(SUBSCRIBES.most, SUBSCRIBES.everyMs, parts.elapsedMs);
    socket.onAny((event: unknown, ...args: unknown[]) => this.#hear(event, args));
    socket.conn.on('drain', () => this.#listensAgain());
  }

  /** Bytes that wait to be sent because the reader, or its network, does not take them. */
  get waitingBytes(): number {
    // biome-ignore lint/complexity/useLiteralKeys: private in its types, and the only thing that tells how far behind a reader is.
    const waiting: readonly { data?: unknown }[] = this.#socket.conn['writeBuffer'];
    return waiting.reduce((sum, { data }) => sum + (typeof data === 'string' ? data.length : 0), 0);
  }

  /** Takes it out of a contest's room until it has read what it was sent. */
  skip(contest: ContestId, has: Position): void {
    this.#leave(contest);
    this.#behind.set(contest, has);
  }

  #hear(event: unknown, args: readonly unknown[]): void {
    if (event !== 'subscribe' && event !== 'unsubscribe') {
      this.#refuse('unknown-message', 'Send `subscribe` or `unsubscribe`.');
      return;
    }
    const wanted = readSubscribe(args);
    if (wanted === null) this.#refuse('invalid', WHAT_IT_TAKES);
    else if (event === 'unsubscribe') this.#forget(wanted.keys());
    else if (!this.#subscribes.use()) this.#refuse('too-often', 'Subscribe less often.');
    else for (const [contest, position] of wanted) this.#watch(contest, position);
  }

  #watch(contest: string, position: Position | null): void {
    if (!this.#watched.has(contest) && this.#watched.size >= MOST_CONTESTS) {
      this.#refuse('too-many', `One connection watches at most ${MOST_CONTESTS} contests.`);
    } else this.#join(contest, position);
  }

  /** One who asks for a contest that is not there yet waits in its room: it begins with a snapshot. */
  #join(contest: string, position: Position | null): void {
    // Looked up among the contests there are, so any text will do.
    const frame = this.#parts.frames.catchUp(contest as ContestId, position);
    if (frame === null) this.#tellUnknown(contest);
    else encodeFrame(frame, this.#encoding, this.#parts.epoch, this.#socket);
    void this.#socket.join(roomOf(contest, this.#encoding));
    this.#watched.add(contest);
    this.#behind.delete(contest);
  }

  #tellUnknown(contest: string): void {
    const message = `There is no contest “${contest}”. It is sent as soon as there is.`;
    this.#socket.emit('refused', { code: 'unknown-contest', message, contest });
  }

  #leave(contest: string): void {
    void this.#socket.leave(roomOf(contest, this.#encoding));
  }

  #forget(contests: Iterable<string>): void {
    for (const contest of contests) {
      this.#leave(contest);
      this.#watched.delete(contest);
      this.#behind.delete(contest);
    }
  }

  #listensAgain(): void {
    for (const [contest, position] of [...this.#behind]) this.#join(contest, position);
  }

  #refuse(code: WireRefusal['code'], message: string): void {
    this.#parts.refused(code);
    this.#socket.emit('refused', { code, message });
    this.#refusals += 1;
    if (this.#refusals >= MOST_REFUSALS) this.#socket.disconnect(true);
  }
}
