import { beforeEach, describe, expect, it } from 'vitest';
import { NIGHT_MS, openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

const CONTEST = '/api/v1/contests/mayor';

let night: TestApp;
/** The night's time, so many seconds after its beginning. */
const nightTime = (seconds: number) => new Date(NIGHT_MS + seconds * 1_000).toISOString();

beforeEach(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  return () => night.close();
});

/** Sends a report of one precinct and answers with the standing that it led to. */
async function report(seconds: number, unit: string, ana: number, ben: number, more: object = {}) {
  night.setClock(NIGHT_MS + seconds * 1_000);
  const votes = { ana, constructor: ben };
  const reports = [testReport(`${unit} ${seconds}`, { unit, votes, ...more })];
  const { status } = await night.post('/api/v1/reports', { reports }, 'editor');
  expect(status).toBe(200);
  return (await night.get(CONTEST)).text;
}

const asked = (query: string) => night.get(`${CONTEST}?${query}`);

describe('a contest as it was', () => {
  it('is what was published then, by entry and by the night’s time', async () => {
    const before = (await night.get(CONTEST)).text;
    const first = await report(60, 'north/1', 300, 120);
    const second = await report(120, 'south/1', 100, 400);
    const seqOf = (text: string) => JSON.parse(text).seq;
    expect((await asked(`seq=${seqOf(first)}`)).text).toBe(first);
    expect((await asked(`seq=${seqOf(second)}`)).text).toBe(second);
    expect((await asked(`seq=${seqOf(before)}`)).text).toBe(before);
    expect((await asked(`at=${nightTime(59)}`)).text).toBe(before);
    expect((await asked(`at=${nightTime(60)}`)).text).toBe(first);
    expect((await asked(`at=${nightTime(119)}`)).text).toBe(first);
    expect((await asked(`at=${nightTime(7_200)}`)).text).toBe(second);
    expect((await asked('at=2017-04-18T19:01:30-04:00')).text).toBe(first);
  });

  it('is found by the time that it says of itself, which is told to the second', async () => {
    const first = await report(60.7, 'north/1', 300, 120);
    const { nightAt } = JSON.parse(first);
    expect(nightAt).toBe('2017-04-18T19:01:10-04:00');
    expect((await asked(`at=${nightAt}`)).text).toBe(first);
    expect((await asked('at=2017-04-18T19:01:10.600-04:00')).json.counted).toBe(0);
  });

  it('is the same for an entry that changed nothing of it', async () => {
    const first = await report(60, 'north/1', 300, 120);
    const { seq } = JSON.parse(first);
    await report(70, 'north/1', 300, 120);
    await night.post(
      '/api/v1/calls',
      { callId: 'c', contest: 'mayor', type: 'too-early', choices: [] },
      'editor',
    );
    const { head } = (await night.get('/api/v1/journal')).json;
    expect(head.seq).toBeGreaterThan(seq);
    expect((await asked(`seq=${head.seq}`)).text).toBe(first);
  });

  it('has the definition of then', async () => {
    await report(60, 'north/1', 300, 120);
    const [contest] = TEST_ELECTION.contests;
    const renamed = contest?.choices.map((choice) => ({ ...choice, name: `${choice.name} X` }));
    night.setClock(NIGHT_MS + 90_000);
    await night.load({ ...TEST_ELECTION, contests: [{ ...contest, choices: renamed }] });
    const then = (await asked(`at=${nightTime(60)}`)).json;
    expect(then).toMatchObject({ definitionVersion: 1, choices: [{ name: 'Ana' }, {}, {}] });
    const now = (await asked(`at=${nightTime(90)}`)).json;
    expect(now).toMatchObject({ definitionVersion: 2, choices: [{ name: 'Ana X' }, {}, {}] });
  });

  it('speaks the language that is asked for', async () => {
    await report(60, 'north/1', 300, 120);
    const english = (await asked(`at=${nightTime(60)}`)).json.sentence.text;
    const spanish = (await asked(`at=${nightTime(60)}&lang=es`)).json.sentence.text;
    expect(spanish).not.toBe(english);
  });

  it('shows the old number for the time in which a report was held, also after its release', async () => {
    const old = await report(60, 'north/1', 300, 120);
    const held = await report(120, 'north/2', 900, 737);
    expect(JSON.parse(held).holds).toBe(1);
    const { holds } = (await night.get('/api/v1/holds', 'editor')).json;
    night.setClock(NIGHT_MS + 180_000);
    await night.post(`/api/v1/holds/${holds[0].holdId}/release`, {}, 'second');
    expect((await asked(`at=${nightTime(180)}`)).json.counted).toBe(420 + 1_637);
    expect((await asked(`at=${nightTime(150)}`)).text).toBe(held);
    expect(JSON.parse(held).counted).toBe(JSON.parse(old).counted);
  });
});

describe('a moment that cannot be shown', () => {
  it.each([
    ['at=yesterday', 400, 'invalid', 'at'],
    ['at=2017-04-18T19:01:30', 400, 'invalid', 'at'],
    ['at=2017-04-18T19:01:30+01:00', 400, 'invalid', 'at'],
    ['at=2017-02-30T19:01:30Z', 400, 'invalid', 'at'],
    ['at=', 400, 'invalid', 'at'],
    ['seq=-1', 400, 'invalid', 'seq'],
    ['seq=1.5', 400, 'invalid', 'seq'],
    ['seq=', 400, 'invalid', 'seq'],
    ['seq=1&at=2017-04-18T23:01:30Z', 400, 'invalid', 'seq'],
    ['seq=999999', 404, 'unknown-seq', 'seq'],
    ['seq=0', 404, 'before-record', 'seq'],
    ['at=2016-11-08T20:00:00-05:00', 404, 'before-record', 'at'],
    ['seq=1&epoch=another', 404, 'unknown-epoch', 'epoch'],
  ])('%s is refused with the reason', async (query, status, code, path) => {
    const answer = await asked(query);
    expect(answer.status).toBe(status);
    expect(answer.json).toEqual({ error: { code, message: expect.any(String), path } });
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });
});

describe('how long an answer may be kept', () => {
  const caching = async (query: string) => (await asked(query)).headers.get('Cache-Control');

  it('is for ever where record and entry are named, a minute where only the time is past', async () => {
    await report(60, 'north/1', 300, 120);
    await report(120, 'south/1', 100, 400);
    expect(await caching(`seq=2&epoch=${night.journal.epoch}`)).toContain('immutable');
    expect(await caching('seq=2')).toBe('public, max-age=60');
    expect(await caching(`at=${nightTime(119)}`)).toBe('public, max-age=60');
  });

  it('is a moment for a time to which an entry may still be added', async () => {
    await report(60, 'north/1', 300, 120);
    for (const at of [60, 61, 9_999])
      expect(await caching(`at=${nightTime(at)}`)).toBe('public, max-age=1, must-revalidate');
  });

  it('is told by the same tag for the same content', async () => {
    await report(60, 'north/1', 300, 120);
    const now = await night.get(CONTEST);
    const then = await asked(`at=${nightTime(60)}`);
    expect(then.headers.get('ETag')).toBe(now.headers.get('ETag'));
  });
});

describe('the history of a contest', () => {
  it('is the night as points, crossings among them', async () => {
    await report(60, 'north/1', 300, 120);
    await report(120, 'south/1', 100, 400);
    const { json, headers } = await night.get(`${CONTEST}/history`);
    expect(json.points).toMatchObject([
      { counted: 0, votes: { ana: 0, constructor: 0 }, change: null },
      { counted: 420, votes: { ana: 300, constructor: 120 }, change: { key: expect.any(String) } },
      {
        at: nightTime(120),
        nightAt: '2017-04-18T19:02:10-04:00',
        counted: 920,
        votes: { ana: 400, constructor: 520 },
      },
    ]);
    expect(headers.get('Cache-Control')).toBe('public, max-age=1, must-revalidate');
    for (const { seq, counted } of json.points)
      expect((await asked(`seq=${seq}`)).json.counted).toBe(counted);
  });

  it('is refused for a contest that is not there', async () => {
    const { status, json } = await night.get('/api/v1/contests/nobody/history');
    expect([status, json.error.code]).toEqual([404, 'unknown-contest']);
  });

  it('begins anew where a test election was emptied', async () => {
    const test = { ...TEST_ELECTION, stage: 'test', id: 'trial' };
    const trial = { ...test, contests: [{ ...TEST_ELECTION.contests[0], id: 'trial' }] };
    await night.load(trial);
    const reports = [testReport('t', { contest: 'trial' })];
    await night.post('/api/v1/reports', { reports }, 'entry');
    const before = (await night.get('/api/v1/journal')).json.head.seq;
    await night.post('/api/v1/elections?reset', trial, 'admin');
    const { points } = (await night.get('/api/v1/contests/trial/history')).json;
    expect(points).toMatchObject([{ counted: 0 }]);
    const then = await night.get(`/api/v1/contests/trial?seq=${before}`);
    expect([then.status, then.json.error?.code]).toEqual([404, 'before-record']);
  });
});
