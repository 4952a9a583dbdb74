import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Journal } from '../../server/journal/journal.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { EDITOR } from '../live/live-app.ts';
import { makeElection } from '../live/make-live.ts';
import { ManualTimers } from '../live/manual-timers.ts';
import { NightServer } from './night-server.ts';
import { OwnViewer } from './own-viewer.ts';
import { nextCommand, nightContests } from './random-night.ts';
import { type SeededRandom, seededRandom } from './seeded-random.ts';
import { documentedViewer, standingViewer } from './stock-viewers.ts';
import type { Viewer } from './viewer.ts';

const STEPS = 120;
/** A disk takes its time. */
const STEPS_ON_DISK = 60;
const PATIENCE_MS = 120_000;
/** Each a second of the night after its end; whoever is wrong by then stays so. */
const LOOKS = 300;

/** A journal that can be let go of and opened again. */
interface Record {
  open(): Promise<Journal>;
  release(journal: Journal): Promise<void>;
  close(journal: Journal): Promise<void>;
}

function memoryRecord(): Record {
  const journal = openMemoryJournal({ salt: countedSalts() });
  return {
    open: async () => journal,
    release: async () => {},
    close: () => journal.close(),
  };
}

/** A night that begins anew, in another journal, whenever its server does. */
function forgottenRecord(): Record {
  const salt = countedSalts();
  return {
    open: async () => openMemoryJournal({ salt }),
    release: (journal) => journal.close(),
    close: (journal) => journal.close(),
  };
}

function sqliteRecord(): Record {
  const directory = mkdtempSync(join(tmpdir(), 'fiftyline-night-'));
  const salt = countedSalts();
  return {
    open: () => openSqliteJournal({ directory, salt }),
    release: (journal) => journal.close(),
    async close(journal) {
      await journal.close();
      rmSync(directory, { recursive: true });
    },
  };
}

function openViewers(
  host: NightServer,
  time: ManualTimers,
  random: SeededRandom,
  wrong: (what: string) => void,
): Viewer[] {
  const contests = nightContests().map(({ id }) => id);
  const stock = () => ({ host, contest: random.pick(contests), wrong });
  return [
    ...Array.from({ length: 36 }, () => new OwnViewer({ host, time, random, loses: true, wrong })),
    ...Array.from({ length: 18 }, () => documentedViewer(stock())),
    ...Array.from({ length: 6 }, () => standingViewer(stock())),
  ];
}

function turnOfTheLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A night of random steps with 60 viewers, whose server goes down and comes back. */
async function playNight(
  seed: number,
  record: Record,
  steps: number,
): Promise<{ wrong: string[]; seq: number; restarts: number }> {
  const random = seededRandom(seed);
  const timers = new ManualTimers();
  const server = new NightServer(timers);
  let restarts = 0;
  let journal = await record.open();
  await server.start(journal);
  await load();
  const shown: string[] = [];
  const viewers = openViewers(server, timers, random, (what) => void shown.push(what));

  async function load(): Promise<void> {
    const election = makeElection([...nightContests()]);
    await server.submit({ type: 'load-election', election, reset: false, by: EDITOR });
  }

  async function restart(): Promise<void> {
    restarts += 1;
    await server.stop();
    await record.release(journal);
    for (let turn = random.below(20); turn > 0; turn -= 1) await pass(random.below(3_000));
    journal = await record.open();
    await server.start(journal);
    await pass(random.below(3_000));
    if (server.app.follower.board.contests.size === 0) await load();
  }

  async function pass(ms: number): Promise<void> {
    timers.pass(ms);
    await turnOfTheLoop();
  }

  for (let step = 0; step < steps; step += 1) {
    await server.submit(nextCommand(random, step));
    await pass(random.below(150));
    if (random.oneIn(4)) random.pick(viewers).drop();
    if (random.oneIn(steps / 5)) await restart();
  }

  for (const viewer of viewers) viewer.heal();
  // Whatever is on its way arrives, however late.
  for (let turn = 0; turn < 20; turn += 1) await pass(50);
  // What was lost on the way shows with the next change of its contest.
  for (const { id } of nightContests()) {
    const last = { noticeId: `last ${id}`, contest: id, text: { en: 'The end' }, since: null };
    await server.submit({ type: 'post-notice', ...last, by: EDITOR });
  }
  const isWrong = (viewer: Viewer) => !viewer.isRight();
  for (let look = 0; look < LOOKS && viewers.some(isWrong); look += 1) {
    for (let turn = 0; turn < 20; turn += 1) await pass(50);
  }
  const wrong = [...shown, ...viewers.filter(isWrong).map((viewer) => viewer.describe())];
  const end = { wrong, restarts, seq: server.app.follower.board.seq };

  for (const viewer of viewers) viewer.close();
  await server.stop();
  await record.close(journal);
  return end;
}

describe('a whole night with 60 viewers that come and go', () => {
  it.each([1, 2, 3])(
    'leaves each with the server’s tally, seed %i',
    async (seed) => {
      const { wrong, seq } = await playNight(seed, memoryRecord(), STEPS);
      expect(wrong).toEqual([]);
      expect(seq).toBeGreaterThan(STEPS / 2);
    },
    PATIENCE_MS,
  );

  it(
    'leaves each with the server’s tally where the night begins anew',
    async () => {
      const { wrong, restarts } = await playNight(5, forgottenRecord(), STEPS);
      expect(wrong).toEqual([]);
      expect(restarts).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );

  it(
    'leaves each with the server’s tally where the record is on a disk',
    async () => {
      const { wrong } = await playNight(4, sqliteRecord(), STEPS_ON_DISK);
      expect(wrong).toEqual([]);
    },
    PATIENCE_MS,
  );
});
