import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyData } from '../../server/journal/verify-data.ts';
import { present } from '../../shared/basics/assert.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { dataFolders } from '../journal/data-folders.ts';
import { seededRandom } from '../night-live/seeded-random.ts';
import { type BuiltProcess, buildProcess } from './built-process.ts';
import { doorOf } from './door.ts';
import { startProcess } from './processes.ts';
import type { FromServe } from './serve-process.ts';

const SERVE = new URL('./serve-process.ts', import.meta.url);
const KILLS = 20;

interface Running extends FromServe {
  readonly process: ChildProcess;
}

const newFolder = dataFolders();
let built: BuiltProcess;

beforeAll(async () => {
  built = await buildProcess(SERVE);
});
afterAll(() => built.remove());

/** What somebody who watches was shown, by its seq. */
function watch(url: string, shown: Map<number, number>): Socket {
  const options = { auth: { encoding: 'standing' }, transports: ['websocket'], forceNew: true };
  const live = io(`${url}/live`, { ...options, reconnectionDelay: 10, reconnectionDelayMax: 50 });
  const note = ({ standing: { seq, counted } }: { standing: Standing }) => {
    // Shown twice, it was the same.
    expect(shown.get(seq) ?? counted).toBe(counted);
    shown.set(seq, counted);
  };
  live.on('connect', () => live.emit('subscribe', { contests: ['mayor'] }));
  live.on('snapshot', note);
  live.on('update', note);
  return live;
}

function snapshotOf(live: Socket): Promise<void> {
  return new Promise((resolve) => void live.once('snapshot', () => resolve()));
}

it('a whole server that is killed keeps what it acknowledged, and all that anyone was shown', async () => {
  const folder = newFolder();
  const random = seededRandom(1_776);
  const shown = new Map<number, number>();
  const acknowledged: string[] = [];
  let port = '0';
  let next = 0;

  async function start(): Promise<Running> {
    const process = startProcess(built.file, folder, port);
    const [served]: FromServe[] = await once(process, 'message');
    const { url, token } = present(served, 'where the server is');
    port = new URL(url).port;
    return { process, url, token };
  }

  let running = await start();
  await doorOf(running).load();
  const live = watch(running.url, shown);
  for (let kill = 0; kill < KILLS; kill += 1) {
    const { process } = running;
    const { report } = doorOf(running);
    const dies = once(process, 'exit');
    const untilKill = 1 + random.below(6);
    // Several on their way at once, so that some are in the middle of being written.
    const sending = Array.from({ length: 4 }, async () => {
      for (;;) {
        const reportId = `report-${next++}`;
        if ((await report(reportId).catch(() => null)) === null) return;
        acknowledged.push(reportId);
        if (acknowledged.length % untilKill === 0) process.kill('SIGKILL');
      }
    });
    await Promise.all(sending);
    await dies;
    const isBack = snapshotOf(live);
    running = await start();
    await isBack;
  }
  live.disconnect();

  expect(verifyData(folder)).toMatchObject({ ok: true });
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  const door = doorOf(running);
  for (const reportId of acknowledged) expect(await door.report(reportId)).toBe('duplicate');
  expect(shown.size).toBeGreaterThan(0);
  for (const [seq, counted] of shown) expect(await door.countedAt(seq)).toBe(counted);
  running.process.kill('SIGKILL');
}, 400_000);
