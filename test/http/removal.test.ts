import { io, type Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import type { Role } from '../../shared/night/actor.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

const OURS = { 'Sec-Fetch-Site': 'same-origin' };
let night: TestApp;
let sockets: Socket[];

beforeEach(async () => {
  night = await openTestApp();
  sockets = [];
});

afterEach(async () => {
  for (const socket of sockets) socket.disconnect();
  await night.close();
});

async function signedIn(name: string, role: Role = 'editor'): Promise<string> {
  const body = new URLSearchParams({ code: await night.newPerson(name, role) });
  const { headers } = await night.fetch('/sign-in', { method: 'POST', headers: OURS, body });
  return present(headers.get('Set-Cookie')?.split(';')[0], 'cookie');
}

/** A desk's socket that is open. */
async function openDesk(headers: Record<string, string>): Promise<Socket> {
  const socket = io(`${night.url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: headers,
  });
  sockets.push(socket);
  await happens(socket, 'connect');
  return socket;
}

function happens(socket: Socket, event: string): Promise<unknown> {
  return new Promise((resolve) => socket.once(event, resolve));
}

describe('an open desk is disconnected at once', () => {
  it.each([
    ['when its person is removed', () => night.access.remove('Ana', 'person')],
    ['when they are signed out everywhere', () => night.access.endSessions('Ana')],
    ['when their password is changed', () => night.access.setPassword('Ana', 'a few new words')],
    [
      'when their role no longer reads holds',
      () => night.access.changeRole('Ana', 'person', 'entry'),
    ],
  ])('%s, and nobody else’s is', async (_when, act) => {
    const ana = await openDesk({ cookie: await signedIn('Ana') });
    const ben = await openDesk({ cookie: await signedIn('Ben') });
    const gone = happens(ana, 'disconnect');
    await act();
    expect(await gone).toBe('io server disconnect');
    expect(ben.connected).toBe(true);
  });

  it('when its browser signs out, or signs in as somebody else', async () => {
    const ana = await signedIn('Ana');
    const socket = await openDesk({ cookie: ana });
    const gone = happens(socket, 'disconnect');
    await night.fetch('/sign-out', { method: 'POST', headers: { ...OURS, Cookie: ana } });
    expect(await gone).toBe('io server disconnect');

    const ben = await signedIn('Ben');
    const other = await openDesk({ cookie: ben });
    const ended = happens(other, 'disconnect');
    const body = new URLSearchParams({ code: await night.newPerson('Cy', 'editor') });
    await night.fetch('/sign-in', { method: 'POST', headers: { ...OURS, Cookie: ben }, body });
    expect(await ended).toBe('io server disconnect');
  });

  it('when its token is taken back or made anew', async () => {
    const acts = [
      ['editor', () => night.access.newToken('editor')],
      ['second', () => night.access.remove('second', 'machine')],
    ] as const;
    for (const [who, act] of acts) {
      const socket = await openDesk({ authorization: `Bearer ${night.tokens[who]}` });
      const gone = happens(socket, 'disconnect');
      await act();
      expect(await gone).toBe('io server disconnect');
    }
  });
});

it('lets nobody back in with what they had', async () => {
  const cookie = await signedIn('Ana');
  await night.access.remove('Ana', 'person');
  const socket = io(`${night.url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  });
  sockets.push(socket);
  expect(await happens(socket, 'connect_error')).toMatchObject({
    message: 'Sign in to open the desk.',
  });
});
