import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { definitionOfState } from '../../server/live/definition-of-state.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import { apply } from '../../shared/night/apply.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import { emptyBoard } from '../../shared/night/empty-board.ts';
import { spokenStanding } from '../../shared/results/spoken-standing.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import { type RecordEntry, Recount } from '../journal/recount.ts';
import { demoNight, playIntoDesk } from '../replay/play-into-desk.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

// A whole night, asked for again entry by entry.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const GA_06 = 'ga-06' as ContestId;
const CONTEST = '/api/v1/contests/ga-06';

interface Shown {
  readonly seq: number;
  /** The night's time, to the second, as the standing says it. */
  readonly nightAt: string;
  readonly text: string;
}

let server: TestApp;
/** Every standing that was published, in order. */
const published: Shown[] = [];

beforeAll(async () => {
  const { journal, entries } = await playIntoDesk(demoNight());
  const board = emptyBoard();
  for (const entry of await entries()) {
    apply(board, entry);
    const state = board.contests.get(GA_06);
    if (state?.seq === entry.seq) published.push(shownOf(board, state));
  }
  server = await openTestApp({ journal });
});
afterAll(() => server.app.close());

function shownOf(board: Board, state: ContestState): Shown {
  const standing = standingOf(definitionOfState(board, state), state.tally, state);
  const { seq, nightAt } = standing;
  return { seq, nightAt, text: JSON.stringify(spokenStanding(standing, 'en')) };
}

it('has calls and its certification in it', () => {
  const last = JSON.parse(published.at(-1)?.text ?? '{}');
  expect(last).toMatchObject({ counted: 192_569, certified: { source: expect.any(String) } });
  expect(last.calls.length).toBeGreaterThan(0);
  expect(published.length).toBeGreaterThan(700);
});

it('is told by every entry as it was published then', async () => {
  for (const { seq, text } of published)
    expect((await server.get(`${CONTEST}?seq=${seq}`)).text).toBe(text);
});

it('is told by every time of the night as it was published then', async () => {
  // Before its clock was set, the night had the time of the server that plays it.
  const [, ...played] = published;
  const atTheEndOf = new Map(played.map(({ nightAt, text }) => [nightAt, text]));
  expect(atTheEndOf.size).toBeGreaterThan(90);
  for (const [nightAt, text] of atTheEndOf)
    expect((await server.get(`${CONTEST}?at=${nightAt}`)).text).toBe(text);
});

it('is told by the times between two changes as it stood', async () => {
  const calm = published.findIndex(({ nightAt }, at) => {
    const next = published[at + 1]?.nightAt ?? nightAt;
    return Date.parse(next) - Date.parse(nightAt) > 60_000;
  });
  const before = published[calm];
  const between = Date.parse(before?.nightAt ?? '') + 30_000;
  const at = new Date(between).toISOString();
  expect((await server.get(`${CONTEST}?at=${at}`)).text).toBe(before?.text);
});

it('adds up, for somebody who has nothing but the public journal, to what was shown', async () => {
  const recount = new Recount();
  let counted = 0;
  for (const entry of await readRecord()) {
    recount.take(entry);
    const own = recount.of('ga-06');
    const { status, json } = await server.get(`${CONTEST}?seq=${entry.seq}`);
    if (own === null) {
      expect(status).toBe(404);
      continue;
    }
    const choices: readonly { id: string; votes: number }[] = json.choices;
    const { units: _, ...precincts } = json.reporting;
    expect({
      votes: Object.fromEntries(choices.map(({ id, votes }) => [id, votes])),
      counted: json.counted,
      precincts,
    }).toEqual({ votes: own.votes, counted: own.counted, precincts: own.precincts });
    counted = own.counted;
  }
  expect(counted).toBe(192_569);
});

/** Every page of the public journal. */
async function readRecord(): Promise<readonly RecordEntry[]> {
  const record: RecordEntry[] = [];
  for (;;) {
    const { json } = await server.get(`/api/v1/journal?after=${record.length}&limit=300`);
    record.push(...json.entries);
    if (record.length >= json.head.seq) return record;
  }
}
