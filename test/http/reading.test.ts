import { beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

let night: TestApp;

beforeEach(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  return () => night.close();
});

const report = (id: string, more: object = {}) =>
  night.post('/api/v1/reports', { reports: [testReport(id, more)] }, 'entry');

describe.each([
  '/api/v1/contests/mayor',
  '/api/v1/contests/mayor/units',
  '/api/v1/contests',
  '/api/v1/journal',
])('%s', (path) => {
  it('is sent once: who has it is told so until it changes', async () => {
    const first = await night.get(path);
    const etag = first.headers.get('ETag') ?? '';
    expect(etag).toMatch(/^W\/"[\w-]+"$/);
    const headers = { 'If-None-Match': etag };
    const again = await night.fetch(path, { headers });
    expect([again.status, again.text]).toEqual([304, '']);
    await report('1');
    const changed = await night.fetch(path, { headers });
    expect(changed.status).toBe(200);
    expect(changed.headers.get('ETag')).not.toBe(etag);
  });

  it('may be read from any page and kept by a cache for a moment', async () => {
    const { headers } = await night.get(path);
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
    expect(headers.get('Cross-Origin-Resource-Policy')).toBe('cross-origin');
    expect(headers.get('Cache-Control')).toBe('public, max-age=1, must-revalidate');
    expect(headers.get('Set-Cookie')).toBeNull();
  });
});

it('lets pages elsewhere ask to read, and not to write', async () => {
  const asked = await night.fetch('/api/v1/contests/mayor', { method: 'OPTIONS' });
  expect(asked.status).toBe(204);
  expect(asked.headers.get('Access-Control-Allow-Methods')).toBe('GET, HEAD');
  const write = await night.fetch('/api/v1/reports', { method: 'OPTIONS' });
  expect([write.status, write.headers.get('Access-Control-Allow-Origin')]).toEqual([405, null]);
  const answer = await night.get('/api/v1/session');
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBeNull();
});

it('gives the standing in the words that are asked for', async () => {
  await report('1');
  const english = (await night.get('/api/v1/contests/mayor')).json.sentence;
  const spanish = (await night.get('/api/v1/contests/mayor?lang=es')).json.sentence;
  expect(spanish.key).toBe(english.key);
  expect(spanish.args).toEqual(english.args);
  expect(spanish.text).not.toBe(english.text);
});

it('gives the standing in the contract’s shape', async () => {
  await report('1');
  expect((await night.get('/api/v1/contests/mayor')).json).toMatchObject({
    contest: 'mayor',
    counted: 422,
    choices: [
      { id: 'ana', votes: 300, shareText: '71.1%' },
      { id: 'constructor' },
      { id: 'write-in' },
    ],
    line: { num: 1, den: 2, strict: true, votesToClear: 212 },
    reporting: { units: 3, complete: 1, partial: 0, none: 2 },
    holds: 0,
    labels: [],
  });
});

it('gives a definition without its units, for ever where its version is named', async () => {
  const now = await night.get('/api/v1/contests/mayor/definition');
  expect(now.json).toMatchObject({ version: 1, contest: { id: 'mayor' } });
  expect(now.json.contest.units).toBeUndefined();
  expect(now.headers.get('Cache-Control')).not.toContain('immutable');
  const first = await night.get('/api/v1/contests/mayor/definition?v=1');
  expect(first.headers.get('Cache-Control')).toContain('immutable');
});

it('still gives a definition’s version after the next has come', async () => {
  const [contest] = TEST_ELECTION.contests;
  await night.load({ ...TEST_ELECTION, contests: [{ ...contest, name: 'Mayor of Test' }] });
  const names = await Promise.all(
    [1, 2].map(async (version) => {
      const path = `/api/v1/contests/mayor/definition?v=${version}`;
      return (await night.get(path)).json.contest.name;
    }),
  );
  expect(names).toEqual(['Mayor', 'Mayor of Test']);
});

it('gives every unit with what is counted in it', async () => {
  await report('1');
  const { units, seq } = (await night.get('/api/v1/contests/mayor/units')).json;
  expect(seq).toBe((await night.get('/api/v1/contests/mayor')).json.seq);
  expect(units.map(({ unit }: { unit: string }) => unit)).toEqual([
    'north/1',
    'north/2',
    'south/1',
  ]);
  expect(units[0]).toMatchObject({
    name: 'North 1',
    parent: 'North',
    registered: 1000,
    methods: { 'election-day': { votes: { ana: 300 }, status: 'complete', version: 1 } },
  });
  expect(units[1].methods).toEqual({});
});

it('lists elections and contests', async () => {
  await report('1');
  expect((await night.get('/api/v1/elections')).json.elections).toMatchObject([
    { id: 'test-night', contests: ['mayor'], labels: [] },
  ]);
  expect((await night.get('/api/v1/contests')).json.contests).toMatchObject([
    {
      id: 'mayor',
      name: 'Mayor',
      election: 'test-night',
      counted: 422,
      leaders: [{ id: 'ana', votes: 300 }, { id: 'constructor' }, { id: 'write-in' }],
      line: { num: 1, den: 2 },
      calls: [],
    },
  ]);
});

it('says that it is alive and ready', async () => {
  expect((await night.get('/healthz')).json).toEqual({ ok: true });
  expect((await night.get('/readyz')).json).toEqual({ ready: true, seq: 2 });
});

it('lets nothing be framed but what is made for it, and nothing run that is not ours', async () => {
  const page = (await night.get('/')).headers.get('Content-Security-Policy') ?? '';
  expect(page).toContain("default-src 'self'");
  expect(page).toContain("frame-ancestors 'none'");
  expect(page).toContain(`connect-src 'self' ${night.url.replace('http', 'ws')}`);
  expect(page).not.toMatch(/unsafe|upgrade-insecure/);
  const api = (await night.get('/api/v1/contests')).headers;
  expect(api.get('Content-Security-Policy')).toContain('frame-ancestors *');
  expect(api.get('Strict-Transport-Security')).toBeNull();
});
