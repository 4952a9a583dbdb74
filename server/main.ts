import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import pino, { type Logger } from 'pino';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { type Access, openAccess } from './access/access.ts';
import { keepLocalToken } from './access/local-token.ts';
import { openSqliteAccountStore } from './access/sqlite-account-store.ts';
import { type App, createApp } from './app.ts';
import type { Config } from './config.ts';
import { clockMarkIn } from './desk/clock-mark-file.ts';
import { builtPages } from './http/built-pages.ts';
import type { PageRenderer } from './http/page-renderer.ts';
import { folderFault } from './journal/folder-fault.ts';
import type { Journal } from './journal/journal.ts';
import { openSqliteJournal } from './journal/sqlite-journal.ts';
import { UnusableJournal } from './journal/unusable-journal.ts';
import { ROOT } from './root.ts';
import { systemClock, systemTimers } from './system-clock.ts';

export interface ServerOptions {
  readonly config: Config;
  readonly log: Logger;
  /** The built pages unless given. */
  readonly renderer?: PageRenderer;
  readonly development?: boolean;
}

/** A server that listens, with all that it has open. */
export interface RunningServer {
  /** Where a browser on this machine finds it. */
  readonly url: string;
  readonly app: App;
  readonly access: Access;
  /** Lets go of everything in order; to be waited for before the process ends. */
  stop(): Promise<void>;
}

/** The port that was asked for is taken. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';
}

/**
 * Opens a data folder and serves it.
 * @throws UnusableJournal where the journal must not be opened, PortInUse where another listens
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { config, log, development = false } = options;
  const renderer = options.renderer ?? (await builtPages(join(ROOT, 'dist')));
  const { journal, access } = await openFolder(config.data);
  const app = await createApp({
    config: { publicUrl: config.publicUrl, proxies: config.proxies, development },
    journal,
    access,
    clock: systemClock,
    timers: systemTimers,
    clockMark: clockMarkIn(config.data),
    renderer,
    log,
    processMetrics: measureProcess(),
    fail: (error) => endProcess(log, config.data, error),
  });
  const stop = async () => {
    await app.close();
    await access.close();
    await journal.close();
  };
  try {
    await keepLocalToken(access, config.data);
    const { port } = await app.listen(config.port, config.host);
    return { url: `http://${hostInUrl(config.host)}:${port}`, app, access, stop };
  } catch (error) {
    await stop();
    throw inUse(error) ? new PortInUse(`Port ${config.port} is in use.`) : error;
  }
}

/** @throws UnusableJournal with what to do, where the folder or its disk is not as it must be */
async function openFolder(data: string): Promise<{ journal: Journal; access: Access }> {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
    const journal = await openSqliteJournal({ directory: data, salt: randomHex });
    return { journal, access: openSystemAccess(data) };
  } catch (error) {
    const fault = folderFault(error, data);
    throw fault === null ? error : new UnusableJournal(fault);
  }
}

/** The accounts of a data folder; several processes may have them open. */
export function openSystemAccess(data: string): Access {
  return openAccess({
    store: openSqliteAccountStore(data),
    now: systemClock.now,
    secret: () => randomBytes(32).toString('base64url'),
    id: randomUUID,
  });
}

/** Lines of JSON on the error stream: standard output belongs to the command. */
export function openLog(level: 'info' | 'warn'): Logger {
  return pino({ level }, pino.destination({ dest: 2, sync: true }));
}

/** Stops what runs at the first signal, and the process at the second. */
export function stopOnSignals(stop: () => Promise<void>): void {
  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) process.exit(130);
      stopping = true;
      stop().then(
        () => process.exit(0),
        () => process.exit(1),
      );
    });
  }
}

/** Memory, processor and the event loop's delay, for who asks for `/metrics`. */
function measureProcess(): Registry {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return registry;
}

/** What was not made durable has been seen by nobody: the next start goes on from what was. */
function endProcess(log: Logger, data: string, error: unknown): void {
  log.fatal({ err: error }, folderFault(error, data) ?? 'The server cannot go on.');
  process.exit(1);
}

function randomHex(): string {
  return randomBytes(16).toString('hex');
}

function hostInUrl(host: string): string {
  if (['127.0.0.1', '0.0.0.0', '::', '::1'].includes(host)) return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}

function inUse(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
}
