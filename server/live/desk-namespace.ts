import type { Namespace, Socket } from 'socket.io';
import type { AccountId, ContestId } from '../../shared/basics/ids.ts';
import type { Board } from '../../shared/night/board.ts';
import type { Entry } from '../../shared/night/entry.ts';
import type { DeskClientToServer, DeskServerToClient } from '../../shared/wire/desk-messages.ts';
import type { Stop, Timers } from '../clock.ts';
import { deskDecisions } from './desk-decisions.ts';
import { deskHolds, type NameOf } from './desk-holds.ts';
import type { Follower } from './follower.ts';
import { settledHolds } from './settled-holds.ts';
import { openTicker } from './ticker.ts';

type DeskNamespace = Namespace<DeskClientToServer, DeskServerToClient, object, Present>;
type DeskSocket = Socket<DeskClientToServer, DeskServerToClient, object, Present>;

/** Somebody who is signed in. */
export interface DeskVisitor {
  readonly id: AccountId;
  /** Whether they may read what is held. */
  readonly readsHolds: boolean;
}

/** Whose socket it is. */
interface Present {
  visitor?: DeskVisitor;
}

export interface DeskParts {
  readonly namespace: DeskNamespace;
  readonly follower: Follower;
  readonly timers: Timers;
  readonly tickMs: number;
  /** Who sent these headers; null unless they are signed in, and come from one of our own pages. */
  readonly visitorOf: (headers: Socket['handshake']['headers']) => Promise<DeskVisitor | null>;
  /** Tells when somebody's rights may have changed. */
  readonly onRightsChange: (listener: () => void) => Stop;
  readonly nameOf: NameOf;
  /** Told of a look-up that failed. */
  readonly onError: (error: unknown) => void;
}

/** A session that ran out sees no more than this; one that was ended, nothing. */
const ASK_AGAIN_EVERY_MS = 15_000;

const EDITORS = 'editors';

/**
 * Shows editors what waits for one of them, and everyone what became of their own. Returns how to
 * stop.
 */
export function openDeskNamespace(parts: DeskParts): () => void {
  const { namespace, follower, timers, onError } = parts;
  const ticker = openTicker(timers, parts.tickMs, tellAll);

  namespace.use((socket, next) => {
    visitorOf(socket)
      .then((visitor) => {
        if (visitor === null) return next(new Error('Sign in to open the desk.'));
        socket.data.visitor = visitor;
        next();
      })
      .catch(onError);
  });

  namespace.on('connection', (socket) => {
    socket.onAny(() => socket.disconnect(true));
    const { visitor } = socket.data;
    if (visitor?.readsHolds) {
      void socket.join(EDITORS);
      tellEditors(socket);
    }
    if (visitor) tellSettled(socket, visitor.id);
    // Their rights may have gone while they came in.
    askAgain(socket);
  });

  const unlisten = follower.onChange((_contests, entries) => {
    if (entries.some((entry) => concernsDesk(follower, entry))) ticker.mark();
  });
  const askAll = () => namespace.sockets.forEach(askAgain);
  const stopAsking = timers.every(ASK_AGAIN_EVERY_MS, askAll);
  const stopListening = parts.onRightsChange(askAll);

  /** Ends the connection of who may no longer have it, or has other rights now. */
  function askAgain(socket: DeskSocket): void {
    visitorOf(socket)
      .then((visitor) => isSame(visitor, socket.data.visitor) || socket.disconnect(true))
      .catch(onError);
  }

  /** Who cannot be looked up may not enter. */
  async function visitorOf(socket: DeskSocket): Promise<DeskVisitor | null> {
    try {
      return await parts.visitorOf(socket.handshake.headers);
    } catch (error) {
      onError(error);
      return null;
    }
  }

  function tellAll(): void {
    tellEditors(namespace.to(EDITORS));
    for (const socket of namespace.sockets.values()) {
      if (socket.data.visitor) tellSettled(socket, socket.data.visitor.id);
    }
  }

  type Listeners = Pick<DeskSocket, 'emit'>;
  const tellEditors = (to: Listeners) =>
    inTurn(async () => {
      to.emit('holds', await deskHolds(follower.board, parts.nameOf));
      to.emit('decisions', await deskDecisions(follower.board, parts.nameOf));
    });
  const tellSettled = (to: Listeners, id: AccountId) =>
    inTurn(
      async () => void to.emit('settled', await settledHolds(follower.board, id, parts.nameOf)),
    );

  let told = Promise.resolve();
  /** One after another, so that an older list never follows a newer one. */
  function inTurn(tell: () => Promise<void>): void {
    told = told.then(tell).catch(onError);
  }

  return () => {
    unlisten();
    stopAsking();
    stopListening();
    ticker.stop();
  };
}

function isSame(one: DeskVisitor | null, other: DeskVisitor | undefined): boolean {
  return one?.id === other?.id && one?.readsHolds === other?.readsHolds;
}

/** What waits, and what came of it; and what changes a contest in which something waits. */
function concernsDesk({ board }: Follower, { kind, contest }: Entry): boolean {
  switch (kind) {
    case 'report-held':
    case 'hold-released':
    case 'hold-rejected':
    case 'call-proposed':
    case 'call-confirmed':
    case 'call-suspended':
    case 'call-retracted':
    case 'call-reinstated':
    case 'amendment-proposed':
    case 'amended':
    case 'polls-closed':
    case 'closing-doubted':
    case 'election-reset':
    case 'election-loaded':
      return true;
    case 'reports-accepted':
      return contest !== null && hasPending(board, contest);
    default:
      return false;
  }
}

function hasPending(board: Board, contest: ContestId): boolean {
  const state = board.contests.get(contest);
  const proposals = [...board.proposals.values(), ...board.amendments.values()];
  return (
    (state !== undefined && state.pending.size > 0) ||
    proposals.some((one) => one.contest === contest && one.state === 'proposed')
  );
}
