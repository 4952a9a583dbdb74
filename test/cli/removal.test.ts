import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pino from 'pino';
import { io, type Socket } from 'socket.io-client';
import { beforeEach, expect, it } from 'vitest';
import { type RunningServer, startServer } from '../../server/main.ts';
import { plainPages } from '../http/open-test-app.ts';
import { runWords } from './run-words.ts';

let data: string;
let server: RunningServer;
let socket: Socket;

beforeEach(async () => {
  data = mkdtempSync(join(tmpdir(), 'fiftyline-removal-'));
  server = await startServer({
    config: { host: '127.0.0.1', port: 0, data, publicUrl: null, proxies: [] },
    log: pino({ level: 'silent' }),
    renderer: plainPages,
  });
  const { out } = await runWords('user', 'add', 'Ana', '--role', 'editor', '--data', data);
  const code = new URL(out.trim()).searchParams.get('code') ?? '';
  const session = await server.access.signIn(code);
  const cookie = `fiftyline=${session?.secret}`;
  socket = io(`${server.url}/desk`, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    extraHeaders: { cookie },
  });
  await happens('connect');
  return async () => {
    socket.disconnect();
    await server.stop();
    rmSync(data, { recursive: true });
  };
});

function happens(event: string): Promise<unknown> {
  return new Promise((resolve) => socket.once(event, resolve));
}

it.each([
  [['user', 'remove', 'Ana']],
  [['user', 'role', 'Ana', '--role', 'entry']],
  [['user', 'sign-out', 'Ana']],
])('%j, given in another process’s stead, ends a desk that is open', async (words) => {
  const gone = happens('disconnect');
  expect((await runWords(...words, '--data', data)).exitCode).toBe(0);
  expect(await gone).toBe('io server disconnect');
});
