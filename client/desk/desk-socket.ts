import { io, type Socket } from 'socket.io-client';
import type {
  DeskClientToServer,
  DeskDecisions,
  DeskHold,
  DeskServerToClient,
  SettledHold,
} from '../../shared/wire/desk-messages.ts';

/** Told of everything whole, and whenever it changes. */
export interface DeskListener {
  holds(holds: readonly DeskHold[]): void;
  settled(holds: readonly SettledHold[]): void;
  decisions(decisions: DeskDecisions): void;
}

const TRY_AGAIN_MS = 10_000;

/** Tells of what only the desk may know, for as long as the page is open. Returns how to stop. */
export function followDesk(tell: DeskListener): () => void {
  const socket: Socket<DeskServerToClient, DeskClientToServer> = io('/desk', {
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    forceNew: true,
  });
  let retry: ReturnType<typeof setTimeout> | undefined;
  socket.on('holds', ({ holds }) => tell.holds(holds));
  socket.on('settled', ({ holds }) => tell.settled(holds));
  socket.on('decisions', (decisions) => tell.decisions(decisions));
  const tryLater = () => {
    // Socket.IO comes back by itself, but for where it was turned away.
    if (socket.active) return;
    clearTimeout(retry);
    retry = setTimeout(() => void socket.connect(), TRY_AGAIN_MS);
  };
  socket.on('connect_error', tryLater);
  socket.on('disconnect', tryLater);
  return () => {
    clearTimeout(retry);
    socket.disconnect();
  };
}
