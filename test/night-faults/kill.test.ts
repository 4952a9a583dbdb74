import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openBoard } from '../../server/desk/open-board.ts';
import { openEntry } from '../../server/journal/open-entry.ts';
import { openSqliteJournal } from '../../server/journal/sqlite-journal.ts';
import { verifyData } from '../../server/journal/verify-data.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { dataFolders } from '../journal/data-folders.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { MAYOR, type SentReport } from '../night/make-night.ts';
import { type BuiltProcess, buildProcess } from './built-process.ts';
import type { FromDesk } from './desk-process.ts';
import { PRECINCTS, precinct } from './many-precincts.ts';
import { startProcess, until } from './processes.ts';

/** Of the writing side alone, so that many kills take little time. */
const DESK = new URL('./desk-process.ts', import.meta.url);
/** Of each of two servers, one a core. */
const KILLS = 55;
const SEEDS = [20_170_418, 20_170_620];
/** Reports that are on their way at the same time. */
const IN_FLIGHT = 12;

type Sent = SentReport & { readonly reportId: string };

const newFolder = dataFolders();
let built: BuiltProcess;

beforeAll(async () => {
  built = await buildProcess(DESK);
});
afterAll(() => built.remove());

it('loses no acknowledged report and counts none twice, killed a hundred times at any moment', async () => {
  await Promise.all(SEEDS.map(surviveKills));
}, 600_000);

async function surviveKills(seed: number): Promise<void> {
  const directory = newFolder();
  const random = randomFrom(seed);
  const night = openStream();
  for (let kill = 0; kill < KILLS; kill += 1) {
    const desk = startProcess(built.file, directory);
    if (kill % 6 === 5) await until(desk, isStage(random(2) === 0 ? 'started' : 'journal-open'));
    else await night.stream(desk, 1 + random(20));
    desk.kill('SIGKILL');
    if (desk.signalCode === null) await once(desk, 'exit');
    // Every other time the server itself is the first to see what the kill has left.
    if (kill % 2 === 0) expect(verifyData(directory)).toMatchObject({ ok: true });
  }
  const last = startProcess(built.file, directory);
  await night.finish(last);
  last.kill('SIGKILL');
  await once(last, 'exit');

  const entries = await readAll(directory);
  const accepted = entries.flatMap((entry) =>
    entry.kind === 'reports-accepted' ? entry.body.reports.map(({ reportId }) => reportId) : [],
  );
  expect(night.acknowledged.size).toBeGreaterThan(KILLS * 5);
  expect(accepted.toSorted()).toEqual([...night.acknowledged].sort());
  expect(entries.filter(({ kind }) => kind !== 'reports-accepted').map(({ kind }) => kind)).toEqual(
    ['election-loaded'],
  );
  expect(await annsVotes(directory)).toBe(night.acknowledged.size);
}

/** A stream of reports, each sent again until it is acknowledged. */
function openStream() {
  const acknowledged = new Set<string>();
  const inFlight = new Map<string, Sent>();
  let next = 0;

  function refill(desk: ChildProcess): void {
    while (inFlight.size < IN_FLIGHT && next < PRECINCTS) {
      const report = { reportId: `report-${next}`, unit: precinct(next), votes: { ann: 1 } };
      next += 1;
      inFlight.set(report.reportId, report);
      desk.send(report);
    }
  }

  function note(message: FromDesk): void {
    if (!('reportId' in message)) return;
    // A duplicate: the one before it had been kept, and its acknowledgement was lost by the kill.
    if (!['accepted', 'duplicate'].includes(message.outcome)) throw new Error(message.outcome);
    acknowledged.add(message.reportId);
    inFlight.delete(message.reportId);
  }

  async function begin(desk: ChildProcess): Promise<void> {
    await until(desk, isStage('ready'));
    for (const report of inFlight.values()) desk.send(report);
  }

  return {
    acknowledged,
    /** Streams until so many have been acknowledged, and stops with others on their way. */
    async stream(desk: ChildProcess, count: number): Promise<void> {
      await begin(desk);
      refill(desk);
      let left = count;
      await until(desk, (message: FromDesk) => {
        note(message);
        refill(desk);
        left -= 1;
        return left === 0;
      });
    },
    /** Sends what is on its way once more, and waits for all of it. */
    async finish(desk: ChildProcess): Promise<void> {
      await begin(desk);
      await until(desk, (message: FromDesk) => {
        note(message);
        return inFlight.size === 0;
      });
    },
  };
}

function isStage(stage: string): (message: FromDesk) => boolean {
  return (message) => 'stage' in message && message.stage === stage;
}

async function readAll(directory: string): Promise<Entry[]> {
  const journal = await openSqliteJournal({ directory, salt: countedSalts() });
  const entries = await journal.read(0, PRECINCTS + 1);
  await journal.close();
  return entries.map(openEntry);
}

/** As a server would find them: by the newest snapshot and the entries after it. */
async function annsVotes(directory: string): Promise<number | undefined> {
  const journal = await openSqliteJournal({ directory, salt: countedSalts() });
  const board = await openBoard(journal);
  await journal.close();
  return Object.entries(board.contests.get(MAYOR)?.tally.votes ?? {}).find(
    ([choice]) => choice === 'ann',
  )?.[1];
}

/** Whole numbers below a bound, the same ones for the same seed (xorshift32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}
