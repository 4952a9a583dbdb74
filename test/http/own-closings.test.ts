import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ManualTimers } from '../live/manual-timers.ts';
import {
  allThatIsPublic,
  type Listener,
  listen,
  type PublicAnswers,
  withoutGrouping,
} from './all-that-is-public.ts';
import { NIGHT_MS, openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

// Everything is read after every step.
vi.setConfig({ testTimeout: 60_000 });

const HOUR = 3_600_000;
const UNITS = ['north/1', 'north/2', 'south/1'] as const;
/** An hour apart; the first is the contest's own. */
const CLOSINGS = [1, 2, 3].map((hours) => new Date(NIGHT_MS + hours * HOUR).toISOString());

const [contest] = TEST_ELECTION.contests;
const ELECTION = {
  ...TEST_ELECTION,
  contests: [
    {
      ...contest,
      publishFrom: 'own',
      pollsClose: CLOSINGS[0],
      units: UNITS.map((id, at) => ({
        id,
        name: id,
        parent: id.split('/')[0],
        registered: 200_000,
        ...(at > 0 && { pollsClose: CLOSINGS[at] }),
      })),
    },
  ],
};

/** Of each unit: votes that were accepted, and votes that are held. No number is part of another. */
const COUNTED = [31_337, 45_678, 59_173];
const HELD = [731_731, 842_842, 953_953];

let night: TestApp;
let timers: ManualTimers;
let nowMs: number;
let listeners: Listener[];

beforeEach(async () => {
  timers = new ManualTimers();
  nowMs = NIGHT_MS;
  night = await openTestApp({ timers });
  await night.load(ELECTION);
  listeners = [await listen(night), await listen(night, 'standing')];
});
afterEach(async () => {
  for (const listener of listeners) listener.close();
  await night.close();
});

function pass(ms: number): void {
  nowMs += ms;
  night.setClock(nowMs);
  timers.pass(ms);
}

async function reportAll(): Promise<void> {
  const reports = UNITS.flatMap((unit, at) => [
    testReport(`counted-${at}`, { unit, votes: { ana: COUNTED[at] }, status: 'partial' }),
    testReport(`held-${at}`, { unit, method: 'early', votes: { ana: HELD[at] } }),
  ]);
  const { json } = await night.post('/api/v1/reports', { reports }, 'entry');
  const outcomes = json.outcomes.map(({ outcome }: { outcome: string }) => outcome);
  expect(outcomes).toEqual(UNITS.flatMap(() => ['accepted', 'held']));
}

async function everything(): Promise<{ answers: PublicAnswers; text: string }> {
  pass(1_000);
  const answers = await allThatIsPublic(night);
  const texts = [...answers.values()].map(({ headers, text }) => `${headers}\n${text}`);
  const heard = listeners.flatMap((listener) => listener.heard);
  return { answers, text: withoutGrouping([...texts, ...heard].join('\n')) };
}

const standing = async () => (await night.get('/api/v1/contests/mayor')).json;

it('of a unit whose polls are open nothing can be read anywhere, and all of it from its closing on', async () => {
  pass(1_000);
  await reportAll();
  for (const closed of [0, 1, 2, 3]) {
    const { text } = await everything();
    for (const [at, unit] of UNITS.entries()) {
      expect(text.includes(`${COUNTED[at]}`), `${unit} after ${closed} closings`).toBe(at < closed);
      expect(text.includes(`counted-${at}`)).toBe(at < closed);
      expect(text.includes(`${HELD[at]}`)).toBe(false);
    }
    const { counted, holds, reporting } = await standing();
    expect({ counted, holds, partial: reporting.partial }).toEqual({
      counted: COUNTED.slice(0, closed).reduce((sum, votes) => sum + votes, 0),
      holds: closed,
      partial: closed,
    });
    pass(HOUR);
  }
});

it('what comes of a unit that is open changes nothing that can be read, but the length of the record', async () => {
  pass(HOUR + 1_000);
  const before = (await everything()).answers;
  const heard = listeners.map((listener) => listener.heard.length);
  const reports = [
    testReport('secret', { unit: 'south/1', votes: { ana: COUNTED[2] }, status: 'partial' }),
    testReport('held', { unit: 'south/1', method: 'early', votes: { ana: HELD[2] } }),
  ];
  await night.post('/api/v1/reports', { reports }, 'entry');
  const [hold] = (await night.get('/api/v1/holds', 'editor')).json.holds;
  await night.post(`/api/v1/holds/${hold.holdId}/release`, {}, 'editor');
  const after = (await everything()).answers;
  for (const [path, answer] of before)
    if (!/\/journal|\/readyz|seq=/.test(path)) expect(after.get(path), path).toEqual(answer);
  expect(listeners.map((listener) => listener.heard.length)).toEqual(heard);
});

it('nobody is called before the last closing, over HTTP too', async () => {
  const call = (callId: string) =>
    night.post('/api/v1/calls', { callId, contest: 'mayor', type: 'too-early' }, 'editor');
  pass(2 * HOUR + 1_000);
  expect((await call('c1')).json.error).toMatchObject({ code: 'polls-open' });
  pass(HOUR);
  expect((await call('c2')).status).toBe(200);
});
