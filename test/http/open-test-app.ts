import { Router } from 'express';
import pino, { type Logger } from 'pino';
import { type Access, openAccess } from '../../server/access/access.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { openPasswords } from '../../server/access/passwords.ts';
import { type App, createApp } from '../../server/app.ts';
import type { Timers } from '../../server/clock.ts';
import type { PageRenderer } from '../../server/http/page-renderer.ts';
import type { Journal } from '../../server/journal/journal.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { present } from '../../shared/basics/assert.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import { ROLES, type Role } from '../../shared/night/actor.ts';
import { CHEAP } from '../access/cheap-passwords.ts';

/** Ten seconds past the closing of the test night's polls. */
export const NIGHT_MS = Date.parse('2017-04-18T19:00:10-04:00');

interface Answered {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came and says what it should be.
  readonly json: any;
}

export interface TestApp {
  readonly app: App;
  readonly journal: Journal;
  readonly access: Access;
  readonly url: string;
  /** A token of each role, and a second editor's. */
  readonly tokens: Readonly<Record<Role | 'second', string>>;
  /** The code of a sign-in link for a new person. */
  newPerson(name: string, role: Role): Promise<string>;
  removePerson(name: string): Promise<void>;
  setClock(ms: number): void;
  fetch(path: string, init?: RequestInit): Promise<Answered>;
  get(path: string, who?: Role | 'second'): Promise<Answered>;
  post(path: string, body: unknown, who?: Role | 'second'): Promise<Answered>;
  /** Loads the election as an admin; fails where it is refused. */
  load(election: object): Promise<Answered>;
  close(): Promise<void>;
}

/** A whole server in this process, on a free port, with its journal in memory. */
export async function openTestApp({
  publicUrl = null,
  proxies = ['loopback'],
  log = pino({ level: 'silent' }),
  timers = { every: () => () => {} },
  journal: given = null,
}: {
  publicUrl?: string | null;
  proxies?: readonly string[];
  log?: Logger;
  /** Left out: nothing happens of itself. */
  timers?: Timers;
  /** Left out: a new one. */
  journal?: Journal | null;
} = {}): Promise<TestApp> {
  let nowMs = NIGHT_MS;
  let made = 0;
  const clock = { now: () => instantOf(nowMs), elapsedMs: () => nowMs };
  const salt = () => (++made).toString(16).padStart(32, '0');
  const access = openAccess({
    store: openMemoryAccountStore(),
    now: clock.now,
    secret: () => `secret-${++made}`,
    id: () => `id-${++made}`,
    passwords: openPasswords(salt, CHEAP),
  });
  const journal = given ?? openMemoryJournal({ salt });
  const app = await createApp({
    config: { publicUrl, proxies },
    journal,
    access,
    clock,
    timers,
    clockMark: { read: () => instantOf(nowMs), write: () => {}, close: () => {} },
    renderer: plainPages,
    log,
    fail: (error) => {
      throw error;
    },
  });
  const { port } = await app.listen(0, '127.0.0.1');
  const url = `http://127.0.0.1:${port}`;

  async function tokenOf(name: string, role: Role): Promise<string> {
    await access.addAccount(name, role, 'machine');
    const token = await access.newToken(name);
    return present(token.ok ? token.value : null, 'token').secret;
  }
  const entries = [...ROLES, 'second' as const].map(
    async (who) => [who, await tokenOf(who, who === 'second' ? 'editor' : who)] as const,
  );
  const tokens = Object.fromEntries(await Promise.all(entries)) as TestApp['tokens'];

  async function ask(path: string, init: RequestInit = {}): Promise<Answered> {
    const response = await fetch(url + path, { redirect: 'manual', ...init });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, json: jsonOf(text) };
  }
  const bearer = (who: Role | 'second' | undefined) =>
    who === undefined ? {} : { Authorization: `Bearer ${tokens[who]}` };
  const post: TestApp['post'] = (path, body, who) =>
    ask(path, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...bearer(who) },
      body: JSON.stringify(body),
    });

  return {
    app,
    journal,
    access,
    url,
    tokens,
    async newPerson(name, role) {
      await access.addAccount(name, role, 'person');
      const link = await access.newLink(name);
      return present(link.ok ? link.value : null, 'link').secret;
    },
    removePerson: async (name) => void (await access.remove(name, 'person')),
    setClock: (ms) => {
      nowMs = ms;
    },
    fetch: ask,
    get: (path, who) => ask(path, { headers: bearer(who) }),
    post,
    async load(election) {
      const answer = await post('/api/v1/elections', election, 'admin');
      if (answer.status !== 200) throw new Error(`not loaded: ${answer.text}`);
      return answer;
    },
    async close() {
      await app.close();
      await journal.close();
    },
  };
}

export const plainPages: PageRenderer = {
  build: 'test',
  head: () => '',
  render: async (boot) => ({ html: '', title: boot.page }),
  files: Router(),
};

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
