import { io, type ManagerOptions, type Socket } from 'socket.io-client';
import type {
  ClientToServer,
  Current,
  ServerTime,
  ServerToClient,
  Snapshot,
  StandingSnapshot,
  StandingUpdate,
  Subscribe,
  Update,
} from '../../shared/wire/messages.ts';

/** The line to `/live`, as connect.ts needs it. It never comes back by itself. */
export interface LiveSocket {
  /** Tries once: ends in `connected` or `closed`. */
  connect(): void;
  close(): void;
  subscribe(message: Subscribe): void;
}

export interface LiveHandlers {
  connected(): void;
  closed(): void;
  /** Anything came, a heartbeat included. */
  heard(): void;
  snapshot(message: Snapshot): void;
  update(message: Update): void;
  current(message: Current): void;
  time(message: ServerTime): void;
}

/**
 * @param origin such as `https://results.example`; '' for the page's own
 * @param network a test's own way there
 */
export function openLiveSocket(
  origin: string,
  handlers: LiveHandlers,
  network: Partial<ManagerOptions> = {},
): LiveSocket {
  const socket: Socket<ServerToClient, ClientToServer> = io(`${origin}/live`, {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    // The tries are paced by connect.ts, and no socket is shared with the desk's.
    reconnection: false,
    autoConnect: false,
    forceNew: true,
    timeout: 8_000,
    ...network,
  });
  socket.io.on('open', () => socket.io.engine.on('packet', handlers.heard));
  socket.on('connect', handlers.connected);
  socket.on('disconnect', handlers.closed);
  socket.on('connect_error', handlers.closed);
  socket.on('snapshot', (message) => handlers.snapshot(withTally(message)));
  socket.on('update', (message) => handlers.update(withTally(message)));
  socket.on('current', handlers.current);
  socket.on('time', handlers.time);
  return {
    connect: () => void socket.connect(),
    close: () => void socket.disconnect(),
    subscribe: (message) => void socket.emit('subscribe', message),
  };
}

/** This client never asks for standings, so none come. */
function withTally<Message extends Snapshot | Update>(
  message: Message | StandingSnapshot | StandingUpdate,
): Message {
  if (!('tally' in message)) throw new Error('the server sent a standing for a tally');
  return message;
}
