import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { io } from 'socket.io-client';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Standing } from '../../shared/results/standing.ts';
import { type DemoServer, startDemo } from '../browser/demo-server.ts';

/** Fast enough that the night takes seconds. */
const FAST = ['--speed', '200000'];
/** Slow enough that nothing more happens while a test looks. */
const SLOW = ['--speed', '1'];

let folder: string;
let running: DemoServer[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fiftyline-demo-test-'));
  running = [];
});
afterEach(async () => {
  for (const server of running) await server.close();
  rmSync(folder, { recursive: true, force: true });
});

const data = () => ['--data', join(folder, 'demo')];

async function start(...words: string[]): Promise<DemoServer> {
  const server = await startDemo([...data(), ...words]);
  running.push(server);
  return server;
}

async function startAgain(server: DemoServer, ...words: string[]): Promise<DemoServer> {
  await server.kill();
  const again = await server.startAgain([...data(), ...words]);
  running.push(again);
  return again;
}

async function get(server: DemoServer, path: string) {
  return (await fetch(`${server.url}/api/v1/${path}`)).json();
}

const standing = (server: DemoServer): Promise<Standing> => get(server, 'contests/ga-06');

/** Resolves with the first standing that this holds of, as a reader is told it. */
function standingWhere(server: DemoServer, holds: (standing: Standing) => boolean) {
  return new Promise<Standing>((resolve) => {
    const socket = io(`${server.url}/live`, { auth: { encoding: 'standing' } });
    const look = (message: { standing: Standing }) => {
      if (!holds(message.standing)) return;
      socket.disconnect();
      resolve(message.standing);
    };
    socket.on('snapshot', look).on('update', look);
    socket.on('connect', () => socket.emit('subscribe', { contests: ['ga-06'] }));
  });
}

const nightOver = (server: DemoServer) =>
  standingWhere(server, ({ certified }) => certified !== null);

async function journal(server: DemoServer) {
  return (await get(server, 'journal?limit=1000')) as {
    head: { seq: number };
    entries: { kind: string; body: string }[];
  };
}

it('goes on where it was after a kill, and ends with the certified result, nothing counted twice', async () => {
  const first = await start('--speed', '20000');
  const { seq } = await standingWhere(first, ({ counted }) => counted > 40_000);
  const second = await startAgain(first, ...FAST);
  expect((await journal(second)).head.seq).toBeGreaterThanOrEqual(seq);
  await nightOver(second);
  expect(await standing(second)).toMatchObject({
    counted: 192_569,
    certified: { source: expect.any(String) },
    outcome: { state: 'runoff-certain', advancing: ['ossoff', 'handel'] },
    labels: ['reconstructed-order'],
  });
  const { entries } = await journal(second);
  const ids = entries
    .filter(({ kind }) => kind === 'reports-accepted')
    .flatMap(({ body }) =>
      JSON.parse(body).reports.map((report: { reportId: string }) => report.reportId),
    );
  expect(new Set(ids).size).toBe(ids.length);
}, 120_000);

it('plays anew after its end, the last night kept beside', async () => {
  const first = await start(...FAST);
  await nightOver(first);
  const second = await startAgain(first, ...SLOW);
  expect(await standing(second)).toMatchObject({ counted: 0 });
  expect(existsSync(join(folder, 'demo-last/journal.db'))).toBe(true);
  // People who were signed in stay so: their accounts are those of before.
  expect(existsSync(join(folder, 'demo/accounts.db'))).toBe(true);
}, 120_000);

it('plays nothing where it is told to, and anew where it is told to', async () => {
  const first = await start('--speed', '20000');
  await standingWhere(first, ({ counted }) => counted > 0);
  const still = await startAgain(first, '--no-replay');
  const { seq, counted } = await standing(still);
  expect(counted).toBeGreaterThan(0);
  const anew = await startAgain(still, '--restart', ...SLOW);
  expect(await standing(anew)).toMatchObject({ counted: 0 });
  expect((await journal(anew)).head.seq).toBeLessThan(seq);
}, 120_000);

it('signs two people in by the links that it prints', async () => {
  const server = await start('--no-replay');
  expect(server.links).toHaveLength(2);
  for (const link of server.links) {
    const { origin, searchParams } = new URL(link);
    const answer = await fetch(`${origin}/sign-in`, {
      method: 'POST',
      redirect: 'manual',
      headers: { Origin: origin },
      body: new URLSearchParams({ code: searchParams.get('code') ?? '' }),
    });
    expect([answer.status, answer.headers.get('Location')]).toEqual([303, '/desk']);
  }
}, 60_000);

it('says in a line that its port is taken, and leaves the folder of a running server alone', async () => {
  const server = await start('--no-replay');
  const { port } = new URL(server.url);
  const other = ['--data', join(folder, 'other'), '--port', port];
  await expect(startDemo(other)).rejects.toThrow(
    `npm start ended with 1: Port ${port} is in use. Stop what uses it, or take another: --port ${Number(port) + 1}\n`,
  );
  await expect(startDemo([...data(), '--restart'])).rejects.toThrow('Another server is using');
  expect((await get(server, 'contests')).contests).toHaveLength(1);
}, 60_000);
