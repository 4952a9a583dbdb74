import type { Namespace, Socket } from 'socket.io';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Entry } from '../../shared/night/entry.ts';
import type { DeskClientToServer, DeskServerToClient } from '../../shared/wire/desk-messages.ts';
import type { Timers } from '../clock.ts';
import { deskHolds, type NameOf } from './desk-holds.ts';
import type { Follower } from './follower.ts';
import { openTicker } from './ticker.ts';

type DeskSocket = Socket<DeskClientToServer, DeskServerToClient>;

export interface DeskParts {
  readonly namespace: Namespace<DeskClientToServer, DeskServerToClient>;
  readonly follower: Follower;
  readonly timers: Timers;
  readonly tickMs: number;
  /** Whether these headers come from one of our own pages and a person who is signed in. */
  readonly mayEnter: (headers: Socket['handshake']['headers']) => Promise<boolean>;
  readonly nameOf: NameOf;
  /** Told of a look-up that failed. */
  readonly onError: (error: unknown) => void;
}

/** A session that was ended, or ran out, sees no more than this. */
const ASK_AGAIN_EVERY_MS = 15_000;

/** Shows the desk what waits for a person. Returns how to stop. */
export function openDeskNamespace(parts: DeskParts): () => void {
  const { namespace, follower, timers, onError } = parts;
  const ticker = openTicker(timers, parts.tickMs, () => tell(namespace));

  namespace.use((socket, next) => {
    mayEnter(socket)
      .then((may) => next(may ? undefined : new Error('Sign in to open the desk.')))
      .catch(onError);
  });

  namespace.on('connection', (socket) => {
    socket.onAny(() => socket.disconnect(true));
    tell(socket);
  });

  const unlisten = follower.onChange((_contests, entries) => {
    if (entries.some((entry) => concernsHolds(follower, entry))) ticker.mark();
  });
  const stopAsking = timers.every(ASK_AGAIN_EVERY_MS, () => {
    for (const socket of namespace.sockets.values()) {
      mayEnter(socket)
        .then((may) => may || socket.disconnect(true))
        .catch(onError);
    }
  });

  /** Who cannot be looked up may not enter. */
  async function mayEnter(socket: DeskSocket): Promise<boolean> {
    try {
      return await parts.mayEnter(socket.handshake.headers);
    } catch (error) {
      onError(error);
      return false;
    }
  }

  let told = Promise.resolve();
  /** One after another, so that an older list never follows a newer one. */
  function tell(to: Pick<DeskSocket, 'emit'>): void {
    told = told
      .then(() => deskHolds(follower.board, parts.nameOf))
      .then((holds) => void to.emit('holds', holds))
      .catch(onError);
  }

  return () => {
    unlisten();
    stopAsking();
    ticker.stop();
  };
}

/** Also a report of a contest in which something waits: what a release would change is another number then. */
function concernsHolds({ board }: Follower, { kind, contest }: Entry): boolean {
  switch (kind) {
    case 'report-held':
    case 'hold-released':
    case 'hold-rejected':
    case 'election-reset':
    case 'election-loaded':
      return true;
    case 'reports-accepted':
      return hasPending(board, contest);
    default:
      return false;
  }
}

function hasPending(board: Follower['board'], contest: ContestId | null): boolean {
  const state = contest === null ? undefined : board.contests.get(contest);
  return state !== undefined && state.pending.size > 0;
}
