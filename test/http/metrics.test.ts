import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

let night: TestApp;

beforeAll(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
});
afterAll(() => night.close());

async function metrics(): Promise<string> {
  const answer = await night.get('/metrics', 'entry');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('Content-Type')).toMatch(/^text\/plain; version=0\.0\.4/);
  expect(answer.headers.get('Cache-Control')).toBe('no-store');
  return answer.text;
}

it('gives metrics to who holds a token, and to nobody else', async () => {
  expect((await night.get('/metrics')).status).toBe(401);
  const code = await night.newPerson('Eve', 'admin');
  const entered = await night.fetch('/sign-in', {
    method: 'POST',
    headers: { Origin: night.url, 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ code }),
  });
  const cookie = entered.headers.get('Set-Cookie')?.split(';')[0] ?? '';
  expect((await night.fetch('/api/v1/session', { headers: { cookie } })).json.account.name).toBe(
    'Eve',
  );
  expect((await night.fetch('/metrics', { headers: { cookie } })).status).toBe(401);
  await metrics();
});

it('says how far readers are, and how many watch', async () => {
  const text = await metrics();
  expect(text).toContain('fiftyline_ready 1\n');
  expect(text).toContain(`fiftyline_served_seq ${night.app.follower.board.seq}\n`);
  expect(text).toContain(`fiftyline_decided_seq ${night.app.desk.board.seq}\n`);
  expect(text).toContain('fiftyline_live_readers 0\n');
});

it('counts answers by our routes, never by what somebody typed', async () => {
  await night.get('/api/v1/contests/mayor');
  await night.get('/api/v1/contests/guess-1');
  await night.get('/api/v1/guess-2');
  await night.get('/API/v1/contests');
  const text = await metrics();
  expect(text).toContain('_count{route="GET /api/v1/contests/:id",status="200"} 1\n');
  expect(text).toContain('_count{route="GET /api/v1/contests/:id",status="404"} 1\n');
  expect(text).toContain('_count{route="none",status="404"} 1\n');
  expect(text).not.toMatch(/guess|API/);
});

it('says nothing of what is held', async () => {
  const held = testReport('held', { votes: { ana: 77_123, constructor: 0, 'write-in': 0 } });
  const answer = await night.post('/api/v1/reports', { reports: [held] }, 'entry');
  expect(answer.json.outcomes[0].outcome).toBe('held');
  expect(await metrics()).not.toMatch(/77123|mayor|north/);
});
