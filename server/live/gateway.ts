import type { Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Clock, Timers } from '../clock.ts';
import { type DeskParts, openDeskNamespace } from './desk-namespace.ts';
import type { Follower } from './follower.ts';
import { type LiveCounts, openLiveCounts } from './live-counts.ts';
import { openLiveNamespace } from './live-namespace.ts';

export interface GatewayDeps {
  readonly follower: Follower;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly visitorOf: DeskParts['visitorOf'];
  readonly onRightsChange: DeskParts['onRightsChange'];
  readonly nameOf: DeskParts['nameOf'];
  readonly onError: (error: unknown) => void;
  readonly limits?: Partial<GatewayLimits>;
}

export interface GatewayLimits {
  /** How long changes are gathered while there are many. */
  readonly tickMs: number;
  /** A reader with more than this waiting skips frames until it has taken it. */
  readonly mostWaitingBytes: number;
}

export interface Gateway {
  readonly counts: LiveCounts;
  /** Ends every connection. The HTTP server stays its owner's. */
  close(): void;
}

const LIMITS: GatewayLimits = { tickMs: 100, mostWaitingBytes: 256 * 1024 };

/** A lost link must show within 10 s: a heartbeat every 5 s, given up 4 s after it was due. */
const HEARTBEAT = { pingInterval: 5_000, pingTimeout: 4_000 };

/** The most that a subscription to 200 contests takes. */
const LONGEST_MESSAGE_BYTES = 64 * 1024;

/** Opens `/live` for everyone and `/desk` for who is signed in, on a server that someone else listens with. */
export function attachGateway(httpServer: HttpServer, deps: GatewayDeps): Gateway {
  const io = new Server(httpServer, {
    ...HEARTBEAT,
    serveClient: false,
    // Others may ask for another protocol, and be answered without it: see http-server.ts.
    destroyUpgrade: false,
    transports: ['websocket', 'polling'],
    maxHttpBufferSize: LONGEST_MESSAGE_BYTES,
    // Costs ten times the CPU and a quarter of a megabyte a viewer.
    perMessageDeflate: false,
    httpCompression: false,
    // Anyone may read `/live`; no cookie goes with a request from another origin.
    cors: { origin: '*' },
  });
  const counts = openLiveCounts();
  const limits = { ...LIMITS, ...deps.limits };
  const closeLive = openLiveNamespace({
    ...deps,
    ...limits,
    counts,
    namespace: io.of('/live'),
  });
  const closeDesk = openDeskNamespace({
    ...deps,
    ...limits,
    namespace: io.of('/desk'),
  });
  return {
    counts,
    close() {
      closeLive();
      closeDesk();
      io.disconnectSockets(true);
      io.engine.close();
    },
  };
}
