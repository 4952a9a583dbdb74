import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Registry } from 'prom-client';
import type { Access } from './access/access.ts';
import type { Clock, Timers } from './clock.ts';
import type { Config } from './config.ts';
import type { ClockMark } from './desk/clock-mark.ts';
import { type Desk, openDesk } from './desk/desk.ts';
import { deskVisitor } from './http/desk-visitor.ts';
import { httpApp } from './http/http-app.ts';
import { httpServer } from './http/http-server.ts';
import type { PageRenderer } from './http/page-renderer.ts';
import { pageRoutes } from './http/pages.ts';
import type { Journal } from './journal/journal.ts';
import { type Follower, openFollower } from './live/follower.ts';
import { attachGateway } from './live/gateway.ts';

/** How soon it takes effect that the command line removes somebody: a look-up of microseconds. */
const LOOK_FOR_CHANGES_EVERY_MS = 250;

export interface AppParts {
  readonly config: Pick<Config, 'publicUrl' | 'proxies'> & {
    /** Vite's development pages need a laxer policy. */
    readonly development?: boolean;
  };
  readonly journal: Journal;
  readonly access: Access;
  readonly clock: Clock;
  readonly timers: Timers;
  readonly clockMark: ClockMark;
  readonly renderer: PageRenderer;
  readonly log: Logger;
  /** What the process measures of itself. */
  readonly processMetrics?: Registry;
  /** Told of what this process cannot go on after: it must end. */
  readonly fail: (error: unknown) => void;
}

export interface App {
  readonly desk: Desk;
  readonly follower: Follower;
  /** @param port 0: any that is free. Rejects where it is in use. */
  listen(port: number, host: string): Promise<AddressInfo>;
  /** Answers what is being asked, ends the sockets, and makes durable what waits. The journal stays its owner's. */
  close(): Promise<void>;
}

/** Puts a server together from its parts. Nothing in it asks the machine for time, chance or environment. */
export async function createApp(parts: AppParts): Promise<App> {
  const { config, journal, access, clock, timers, clockMark, renderer, log, fail } = parts;
  const { publicUrl, proxies, development = false } = config;
  const { processMetrics = null } = parts;
  const desk = await openDesk({ journal, clock, timers, clockMark, fatal: fail });
  const follower = await openFollower({
    journal,
    fail,
    note: (text) => log.warn(text),
  });
  let isOpen = true;
  const http = httpApp({
    reads: follower,
    desk,
    journal,
    access,
    clock,
    publicUrl,
    proxies,
    log,
    isReady: () => isOpen,
    live: () => gateway.counts,
    processMetrics,
    development,
    pages: pageRoutes({ follower, renderer, clock }),
  });
  const server = httpServer(http);
  const gateway = attachGateway(server, {
    follower,
    clock,
    timers,
    visitorOf: (headers) => deskVisitor({ access, publicUrl }, headers),
    onRightsChange: access.onChange,
    nameOf: (account) => access.nameOf(account),
    onError: (error) => log.error({ err: error }, 'the gateway failed at a look-up'),
  });
  const stopLooking = timers.every(LOOK_FOR_CHANGES_EVERY_MS, () => {
    access
      .lookForChanges()
      .catch((error: unknown) => log.error({ err: error }, 'the accounts cannot be read'));
  });
  return {
    desk,
    follower,
    listen: (port, host) => listen(server, port, host),
    async close() {
      isOpen = false;
      stopLooking();
      gateway.close();
      await closeServer(server);
      follower.close();
      await desk.close();
    },
  };
}

function listen(server: Server, port: number, host: string): Promise<AddressInfo> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      // `as`: a server that listens on a port has such an address.
      resolve(server.address() as AddressInfo);
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
}
