import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { io, type ManagerOptions, type Socket, type SocketOptions } from 'socket.io-client';
import { type Access, openAccess } from '../../server/access/access.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import type { Clock } from '../../server/clock.ts';
import type { ClockMark } from '../../server/desk/clock-mark.ts';
import { openDesk } from '../../server/desk/desk.ts';
import { deskVisitor } from '../../server/http/desk-visitor.ts';
import type { Journal } from '../../server/journal/journal.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { type Follower, openFollower } from '../../server/live/follower.ts';
import { attachGateway, type Gateway, type GatewayLimits } from '../../server/live/gateway.ts';
import { present } from '../../shared/basics/assert.ts';
import type { AccountId } from '../../shared/basics/ids.ts';
import { type Instant, instantOf } from '../../shared/basics/instant.ts';
import type { Report } from '../../shared/count/report.ts';
import type { Election } from '../../shared/election/contest.ts';
import type { Actor, Role } from '../../shared/night/actor.ts';
import type { Command } from '../../shared/night/command.ts';
import { makeReport } from '../count/make.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { makeElection, START_MS } from './make-live.ts';
import { ManualTimers } from './manual-timers.ts';

export const EDITOR: Actor = { account: 'ana' as AccountId, role: 'admin', from: null };

/** After so long the next change goes out at once. */
export const QUIET_MS = 1_000;

export interface LiveApp {
  readonly journal: Journal;
  readonly follower: Follower;
  readonly gateway: Gateway;
  readonly timers: ManualTimers;
  readonly url: string;
  /** Signs somebody in: their session cookie, and who they are in the record. */
  readonly signIn: (name: string, role: Role) => Promise<{ cookie: string; by: Actor }>;
  /** A session cookie of somebody who may read what is held. */
  readonly cookie: () => Promise<string>;
  load(election: Election): Promise<void>;
  /** Reports that are accepted or held; throws where one is refused. */
  report(votes: Record<string, number>, parts?: Partial<Report>): Promise<void>;
  submit(command: Command): Promise<void>;
  close(): Promise<void>;
}

/** The writing and the live side of a server, with a clock that a test moves. */
async function startLiveApp(limits: Partial<GatewayLimits> = {}): Promise<LiveApp> {
  const timers = new ManualTimers();
  const clock: Clock = {
    now: () => instantOf(START_MS + timers.elapsedMs()),
    elapsedMs: timers.elapsedMs,
  };
  const journal = openMemoryJournal({ salt: countedSalts() });
  const access = openTestAccess(clock);
  const desk = await openDesk({
    journal,
    clock,
    timers,
    clockMark: memoryClockMark(),
    fatal: fail,
  });
  const follower = await openFollower({ journal, fail });
  const server = createServer();
  const gateway = attachGateway(server, {
    follower,
    clock,
    timers,
    visitorOf: (headers) => deskVisitor({ access, publicUrl: null }, headers),
    onRightsChange: access.onChange,
    nameOf: (account) => access.nameOf(account),
    onError: fail,
    limits,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let reports = 0;

  async function submit(command: Command): Promise<void> {
    const answer = await desk.submit(command);
    if (!answer.ok) throw new Error(answer.reason.message);
  }

  async function signIn(name: string, role: Role) {
    await access.addAccount(name, role, 'person');
    const link = await access.newLink(name);
    const session = present(link.ok ? await access.signIn(link.value.secret) : null, 'session');
    const by: Actor = { account: session.account.id, role, from: null };
    return { cookie: `fiftyline=${session.secret}`, by };
  }

  return {
    journal,
    follower,
    gateway,
    timers,
    // `as`: a server that listens on a port has such an address.
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    signIn,
    cookie: async () => (await signIn('Eve', 'editor')).cookie,
    submit,
    load: (election) => submit({ type: 'load-election', election, reset: false, by: EDITOR }),
    report(votes, more) {
      reports += 1;
      const report = makeReport(votes, { reportId: `r${reports}`, ...more });
      return submit({ type: 'report', reports: [report], by: EDITOR });
    },
    async close() {
      gateway.close();
      server.close();
      follower.close();
      await desk.close();
    },
  };
}

function openTestAccess(clock: Clock): Access {
  const secrets = countedSalts();
  const store = openMemoryAccountStore();
  return openAccess({ store, now: clock.now, secret: secrets, id: secrets });
}

function fail(error: unknown): void {
  throw error;
}

/** A server that has the mayor's election. */
export async function startMayor(limits: Partial<GatewayLimits> = {}): Promise<LiveApp> {
  const live = await startLiveApp(limits);
  await live.load(makeElection());
  live.timers.pass(QUIET_MS);
  return live;
}

/** A stock client: Socket.IO's own, with nothing of ours. */
export function stockClient(
  url: string,
  options: Partial<ManagerOptions & SocketOptions> = {},
): Socket {
  return io(url, { transports: ['websocket'], forceNew: true, reconnection: false, ...options });
}

/** The next message of an event. */
export function next<Message>(socket: Socket, event: string): Promise<Message> {
  return new Promise((resolve) => socket.once(event, resolve));
}

function memoryClockMark(): ClockMark {
  let mark: Instant | null = null;
  return {
    read: () => mark,
    write(sure) {
      mark = sure;
    },
    close() {},
  };
}
