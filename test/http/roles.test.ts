import type { Express } from 'express';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import {
  ACCOUNT_ROLES,
  COMMAND_ROLES,
  includesRole,
  mayCommand,
  READ_ROLES,
} from '../../server/access/permissions.ts';
import { present } from '../../shared/basics/assert.ts';
import { ROLES, type Role } from '../../shared/night/actor.ts';
import type { CommandType } from '../../shared/night/command.ts';
import { ACCOUNT_DOORS, COMMAND_DOORS, DOORS_FOR_ALL, type Door, READ_DOORS } from './doors.ts';
import { NIGHT_MS, openTestApp, type TestApp } from './open-test-app.ts';
import { routesOf } from './routes-of.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

const built = vi.hoisted(() => ({ app: null as Express | null }));
vi.mock('../../server/http/http-app.ts', async (original) => {
  const real = await original<typeof import('../../server/http/http-app.ts')>();
  return {
    httpApp: (options: Parameters<typeof real.httpApp>[0]) => {
      built.app = real.httpApp(options);
      return built.app;
    },
  };
});

const OURS = { 'Sec-Fetch-Site': 'same-origin' };
const TWO_WEEKS_MS = 14 * 24 * 3_600_000;

/** Somebody with what they carry; `role` is null for who is nobody. */
interface Caller {
  readonly name: string;
  readonly role: Role | null;
  readonly headers: Readonly<Record<string, string>>;
}

let night: TestApp;
let callers: ReadonlyMap<string, Caller>;

/** Everyone who may come: each role by session and by token, and all who no longer are anybody. */
const NAMES = [
  'nobody',
  'a guessed token',
  'a guessed session',
  'a sign-in link’s code as a token',
  'a removed person’s session',
  'a removed machine’s token',
  'an expired session',
  'a token that was renewed',
  'a session that was signed out',
  'a session with a token that does not hold',
  ...ROLES.flatMap((role) => [`a session of ${role}`, `a token of ${role}`]),
  'a session of an admin who is entry now',
] as const;

beforeAll(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  await night.post('/api/v1/reports', { reports: [testReport('1')] }, 'entry');
  callers = new Map((await everyCaller()).map((caller) => [caller.name, caller]));
  const runoff = { callId: 'c1', contest: 'mayor', type: 'runoff', source: 'AP' };
  const retract = { callId: 'r1', contest: 'mayor', type: 'retract', retracts: 'c1', reason: 'no' };
  await night.post('/api/v1/calls', runoff, 'editor');
  const { seq } = (await night.get('/api/v1/contests/mayor')).json;
  await night.post('/api/v1/calls/c1/confirm', { seq }, 'second');
  await night.post('/api/v1/calls', retract, 'editor');
});

afterAll(() => night.close());

async function everyCaller(): Promise<readonly Caller[]> {
  const { access } = night;
  const gone = (name: string, headers: Record<string, string>) => ({ name, role: null, headers });
  const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
  const session = async (name: string, role: Role) => {
    const begun = await access.signIn(await night.newPerson(name, role));
    return { cookie: `fiftyline=${present(begun, 'session').secret}` };
  };
  const tokenOf = async (name: string) => {
    await access.addAccount(name, 'admin', 'machine');
    const token = await access.newToken(name);
    return present(token.ok ? token.value : null, 'token').secret;
  };

  const expired = await session('expired', 'admin');
  night.setClock(NIGHT_MS + TWO_WEEKS_MS);
  const removed = await session('removed', 'admin');
  await access.remove('removed', 'person');
  const removedToken = await tokenOf('removed machine');
  await access.remove('removed machine', 'machine');
  const oldToken = await tokenOf('renewed machine');
  await access.newToken('renewed machine');
  const signedOut = await session('signed out', 'admin');
  await access.signOut(signedOut.cookie.split('=')[1] ?? '');
  const demoted = await session('demoted', 'admin');
  await access.changeRole('demoted', 'person', 'entry');
  const withBadToken = { ...(await session('both', 'admin')), ...bearer('guessed') };

  return [
    gone('nobody', {}),
    gone('a guessed token', bearer('guessed')),
    gone('a guessed session', { cookie: 'fiftyline=guessed' }),
    gone('a sign-in link’s code as a token', bearer(await night.newPerson('linked', 'admin'))),
    gone('a removed person’s session', removed),
    gone('a removed machine’s token', bearer(removedToken)),
    gone('an expired session', expired),
    gone('a token that was renewed', bearer(oldToken)),
    gone('a session that was signed out', signedOut),
    gone('a session with a token that does not hold', withBadToken),
    ...(await Promise.all(
      ROLES.flatMap((role) => [
        session(`person ${role}`, role).then((headers) => ({
          name: `a session of ${role}`,
          role,
          headers,
        })),
        Promise.resolve({
          name: `a token of ${role}`,
          role,
          headers: bearer(night.tokens[role]),
        }),
      ]),
    )),
    { name: 'a session of an admin who is entry now', role: 'entry', headers: demoted },
  ];
}

const callerOf = (name: string) => present(callers.get(name), name);

function ask({ method, url, body }: Door, headers: Record<string, string>) {
  const type = body === null ? {} : { 'Content-Type': 'application/json' };
  const sent = body === null ? {} : { body: JSON.stringify(body) };
  return night.fetch(url, { method, headers: { ...type, ...headers }, ...sent });
}

/** What somebody of that role is answered: 401, 403, or nothing of the kind. */
function expected(role: Role | null, least: Role | 'server'): string {
  if (role === null) return '401 not-signed-in';
  return includesRole(role, least) ? 'let in' : '403 not-allowed';
}

function includesRoleOf(role: Role | null, least: Role): boolean {
  return role !== null && includesRole(role, least);
}

function shown({ status, json }: Awaited<ReturnType<typeof ask>>): string {
  return status === 401 || status === 403 ? `${status} ${json.error.code}` : 'let in';
}

const COMMANDS = Object.entries(COMMAND_DOORS).flatMap(([type, door]) =>
  door === null ? [] : [[type as CommandType, door] as const],
);
const ACCOUNTS = Object.entries(ACCOUNT_DOORS) as [keyof typeof ACCOUNT_ROLES, Door][];
const READS = Object.entries(READ_DOORS) as [keyof typeof READ_ROLES, Door][];

describe.each(NAMES)('%s', (name) => {
  it.each(COMMANDS)('may or may not give %s', async (type, door) => {
    const { role, headers } = callerOf(name);
    const { seq } = night.journal.head();
    const submit = vi.spyOn(night.app.desk, 'submit');
    const answer = await ask(door, { ...OURS, ...headers });
    const given = submit.mock.calls.map(([command]) => command.type);
    submit.mockRestore();
    const may = role !== null && mayCommand(role, type);
    // Who is let in is told by the desk what comes of it; a live night's clock is not set.
    const refused = type === 'set-clock' && may ? '403 not-allowed' : 'let in';
    expect(shown(answer)).toBe(may ? refused : expected(role, COMMAND_ROLES[type]));
    expect(given).toEqual(may ? [type] : []);
    if (!may) expect(night.journal.head().seq).toBe(seq);
  });

  it.each(ACCOUNTS)('may or may not %s', async (what, door) => {
    const { role, headers } = callerOf(name);
    const before = await night.access.eventsAfter(0, 10_000);
    const answer = await ask(door, { ...OURS, ...headers });
    expect(shown(answer)).toBe(expected(role, ACCOUNT_ROLES[what]));
    if (!includesRoleOf(role, ACCOUNT_ROLES[what]))
      expect(await night.access.eventsAfter(0, 10_000)).toEqual(before);
  });

  it.each(READS)('may or may not read %s', async (what, door) => {
    const { role, headers } = callerOf(name);
    const answer = await ask(door, headers);
    // What a browser carries by itself is not enough for machines' figures.
    const byToken = what !== 'metrics' || headers.authorization !== undefined;
    expect(shown(answer)).toBe(byToken ? expected(role, READ_ROLES[what]) : '401 not-signed-in');
    if (role === null) expect(answer.headers.get('WWW-Authenticate')).toBe('Bearer');
  });

  it('may or may not open the desk, and be shown what is held', async () => {
    const { role, headers } = callerOf(name);
    const heard = await deskHeard(headers);
    const reads = role !== null && includesRole(role, READ_ROLES.holds);
    expect(heard).toEqual(
      role === null ? ['connect_error'] : reads ? ['holds', 'settled'] : ['settled'],
    );
  });
});

/** What the desk's socket says first to who carries these headers. */
async function deskHeard(extraHeaders: Record<string, string>): Promise<readonly string[]> {
  const options = { transports: ['websocket'], forceNew: true, reconnection: false };
  const socket = io(`${night.url}/desk`, { ...options, extraHeaders });
  const heard: string[] = [];
  await new Promise<void>((resolve) => {
    for (const event of ['holds', 'settled', 'connect_error'])
      socket.on(event, () => {
        heard.push(event);
        if (event !== 'holds') resolve();
      });
  });
  socket.disconnect();
  return heard;
}

describe('every path', () => {
  const routes = () => routesOf(present(built.app, 'app'));
  const isOurs = ({ method, path, open }: ReturnType<typeof routes>[number]) =>
    method !== 'GET' ||
    (!open && (path.startsWith('/api/') || DOORS_FOR_ALL.includes(`GET ${path}`)));

  it('has a rule: who may use it is said where permissions are, or that everyone may', () => {
    const guarded = [...COMMANDS, ...ACCOUNTS, ...READS].map(
      ([, { method, route }]) => `${method} ${route}`,
    );
    const ruled = new Set([...guarded, ...DOORS_FOR_ALL]);
    const unruled = routes().filter((route) => {
      return isOurs(route) && !ruled.has(`${route.method} ${route.path}`);
    });
    expect(unruled).toEqual([]);
    const known = new Set(routes().map(({ method, path }) => `${method} ${path}`));
    expect([...ruled].filter((door) => !known.has(door))).toEqual([]);
  });

  it('has a request of each command here, but for the server’s own', () => {
    const own = Object.entries(COMMAND_ROLES).filter(([, least]) => least === 'server');
    const without = Object.entries(COMMAND_DOORS).filter(([, door]) => door === null);
    expect(without.map(([type]) => type)).toEqual(own.map(([type]) => type));
    expect(Object.keys(COMMAND_DOORS).toSorted()).toEqual(Object.keys(COMMAND_ROLES).toSorted());
    expect(Object.keys(ACCOUNT_DOORS).toSorted()).toEqual(Object.keys(ACCOUNT_ROLES).toSorted());
    expect(Object.keys(READ_DOORS).toSorted()).toEqual(Object.keys(READ_ROLES).toSorted());
  });

  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another name of our site', { 'Sec-Fetch-Site': 'same-site' }],
    ['an address that was typed', { 'Sec-Fetch-Site': 'none' }],
    ['another origin', { Origin: 'http://evil.example' }],
    ['a page without an origin', { Origin: 'null' }],
    ['who does not say where from', {}],
  ] as const)(
    'that changes something refuses an admin’s browser on behalf of %s',
    async (_whose, origin) => {
      const { headers } = callerOf('a session of admin');
      const { seq } = night.journal.head();
      const unsafe = routes().filter(({ method }) => method !== 'GET');
      expect(unsafe.length).toBeGreaterThan(15);
      for (const { method, path } of unsafe) {
        const body = path.startsWith('/api/') ? '{}' : new URLSearchParams({ everywhere: '1' });
        const url = path.replace(/:\w+/, 'mayor');
        const answer = await night.fetch(url, { method, headers: { ...headers, ...origin }, body });
        expect([path, answer.status, answer.json?.error.code]).toEqual([path, 403, 'other-origin']);
      }
      expect(night.journal.head().seq).toBe(seq);
      const session = await night.fetch('/api/v1/session', { headers });
      expect(session.json.account.role).toBe('admin');
    },
  );
});
