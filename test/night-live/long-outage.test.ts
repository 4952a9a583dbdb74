import { expect, it } from 'vitest';
import type { ContestView } from '../../client/live/store.ts';
import type { Command } from '../../shared/night/command.ts';
import { memoryMark } from '../desk/make-desk.ts';
import { ada, kay, MAYOR, makeElection, makeReport, NORTH, SOUTH } from '../night/make-night.ts';
import { MemoryNetwork } from './memory-network.ts';
import { MortalServer } from './mortal-server.ts';
import { NightRecord } from './night-record.ts';
import { NightTime } from './night-time.ts';
import { OwnViewer } from './own-viewer.ts';
import { seededRandom } from './seeded-random.ts';

const TWO_HOURS_MS = 2 * 3_600_000;
const VIEWERS = 8;

it('a server that is gone for two hours: every page is old within ten seconds and all the while, and new at once when it is back', async () => {
  const network = new MemoryNetwork();
  const time = new NightTime(Date.parse('2026-11-04T01:00:00Z'), network.settle);
  try {
    await loseServer(network, time);
  } finally {
    time.end();
  }
});

async function loseServer(network: MemoryNetwork, time: NightTime): Promise<void> {
  const random = seededRandom(1_800);
  const wrong: string[] = [];
  const isWrong = (what: string) => void wrong.push(what);
  const record = new NightRecord('one-night', time, random);
  const clockMark = memoryMark();
  const host = new MortalServer({ record, network, time, clockMark, wrong: isWrong });
  const shown: string[][] = [];

  async function submit(command: Command): Promise<void> {
    const answer = host.desk.submit(command);
    await time.pass(2_000);
    expect((await answer).ok).toBe(true);
  }
  const report = (reportId: string, unit: string, ann: number) =>
    submit({ type: 'report', by: kay, reports: [makeReport({ reportId, unit, votes: { ann } })] });

  function watch(): OwnViewer {
    const told: string[] = [];
    shown.push(told);
    return new OwnViewer({
      host,
      time,
      random,
      loses: false,
      // `as`: the types know an agent of browsers only, which is a text.
      network: { agent: network.openRoute().agent as unknown as string, transports: ['websocket'] },
      look: (_contest, view) => void told.push(lineOf(view)),
      wrong: isWrong,
    });
  }

  await host.start();
  await submit({ type: 'load-election', by: ada, election: makeElection(), reset: false });
  await report('n', NORTH, 10);
  const viewers = Array.from({ length: VIEWERS }, watch);
  await time.pass(5_000);
  const states = () => viewers.map(({ state }) => state.contests.get(MAYOR)?.link.state);
  expect(new Set(states())).toEqual(new Set(['live']));

  host.kill();
  await time.pass(10_000);
  for (let passed = 10_000; passed < TWO_HOURS_MS; passed += 60_000) {
    expect(new Set(states())).toEqual(new Set(['stale']));
    await time.pass(60_000);
  }
  await host.start();
  await report('s', SOUTH, 5);
  // The longest that a page waits between two tries.
  await time.pass(16_000);

  expect(viewers.filter((viewer) => !viewer.isRight())).toEqual([]);
  for (const told of shown)
    expect(told.filter((line, at) => line !== told[at - 1]).slice(-3)).toEqual([
      '10 live',
      '10 stale',
      expect.stringMatching(/^15 (live|silent)$/),
    ]);
  expect(wrong).toEqual([]);
  for (const viewer of viewers) viewer.close();
  host.kill();
}

function lineOf({ tally, link }: ContestView): string {
  const votes = Object.values(tally.votes).reduce((sum, each) => sum + each, 0);
  return `${votes} ${link.state}`;
}
