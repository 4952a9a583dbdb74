import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import pino from 'pino';
import { openAccess } from '../../server/access/access.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { openPasswords } from '../../server/access/passwords.ts';
import { type App, createApp } from '../../server/app.ts';
import { builtPages } from '../../server/http/built-pages.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { systemTimers } from '../../server/system-clock.ts';
import { present } from '../../shared/basics/assert.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import { CHEAP } from '../access/cheap-passwords.ts';

/** When its night begins: two minutes past the closing of the test night's polls. */
const BEGIN_MS = Date.parse('2017-04-18T19:02:00-04:00');

export interface LivingServer {
  readonly port: number;
  /** As one of two editors, who may do all that these tests need. Fails where it is refused. */
  post(path: string, body: object, who?: 'first' | 'second'): Promise<void>;
  /** Of the contest's last public change. */
  seqOf(contest: string): Promise<number>;
  /** Lets so much of its night pass in no time. */
  pass(ms: number): void;
  /** The server is gone; its record stays. */
  stop(): Promise<void>;
  startAgain(): Promise<void>;
}

/** A whole server with the pages as built, in this process, in a night that goes on from its beginning. */
export async function openLivingServer(): Promise<LivingServer> {
  await build();
  let beganMs = Date.now();
  let made = 0;
  const clock = {
    now: () => instantOf(BEGIN_MS + Date.now() - beganMs),
    elapsedMs: () => performance.now(),
  };
  const salt = () => (++made).toString(16).padStart(32, '0');
  const access = openAccess({
    store: openMemoryAccountStore(),
    now: clock.now,
    secret: () => `secret-${++made}`,
    id: () => `id-${++made}`,
    passwords: openPasswords(salt, CHEAP),
  });
  const journal = openMemoryJournal({ salt });
  const renderer = await builtPages(resolve(import.meta.dirname, '../../dist'));
  const begin = async (port: number): Promise<[App, number]> => {
    const app = await createApp({
      config: { publicUrl: null, proxies: ['loopback'] },
      journal,
      access,
      clock,
      timers: systemTimers,
      clockMark: { read: clock.now, write: () => {}, close: () => {} },
      renderer,
      log: pino({ level: 'silent' }),
      fail: (error) => {
        throw error;
      },
    });
    return [app, (await app.listen(port, '127.0.0.1')).port];
  };
  let [app, port] = await begin(0);
  const tokens = { first: await tokenOf('first'), second: await tokenOf('second') };

  async function tokenOf(name: string): Promise<string> {
    await access.addAccount(name, 'admin', 'machine');
    const token = await access.newToken(name);
    return present(token.ok ? token.value : null, 'token').secret;
  }

  return {
    port,
    async post(path, body, who = 'first') {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1${path}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${tokens[who]}` },
        body: JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    },
    async seqOf(contest) {
      const answer = await fetch(`http://127.0.0.1:${port}/api/v1/contests/${contest}`);
      // `as`: our own server's, which sends no other.
      return ((await answer.json()) as { seq: number }).seq;
    },
    pass(ms) {
      beganMs -= ms;
    },
    stop: () => app.close(),
    async startAgain() {
      [app, port] = await begin(port);
    },
  };
}

/** The pages, unless what is there was built from these very sources. */
async function build(): Promise<void> {
  const ready = resolve(import.meta.dirname, '../../server/cli/ready.mjs');
  // `as`: plain JavaScript, since it runs before anything is installed.
  const { buildIfStale } = (await import(pathToFileURL(ready).href)) as {
    buildIfStale: () => void;
  };
  buildIfStale();
}
