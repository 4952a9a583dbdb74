import { beforeEach, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

let night: TestApp;

beforeEach(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  return () => night.close();
});

const send = (...reports: object[]) => night.post('/api/v1/reports', { reports }, 'entry');
const standing = async () => (await night.get('/api/v1/contests/mayor')).json;

it('shows an accepted report to every reader as soon as it is answered', async () => {
  const { status, json } = await send(testReport('1'));
  expect(status).toBe(200);
  expect(json.outcomes).toEqual([
    { reportId: '1', outcome: 'accepted', seq: expect.any(Number), version: 1 },
  ]);
  expect(await standing()).toMatchObject({ counted: 422, seq: json.outcomes[0].seq });
});

it('answers a report that is sent again with the first answer, and counts it once', async () => {
  const first = (await send(testReport('1'))).json.outcomes[0];
  const { reportId, ...answer } = first;
  expect((await send(testReport('1'))).json.outcomes).toEqual([
    { reportId, outcome: 'duplicate', first: answer },
  ]);
  expect((await standing()).counted).toBe(422);
});

it('refuses an id that comes back with other content', async () => {
  await send(testReport('1'));
  const { json } = await send(testReport('1', { votes: { ana: 301 } }));
  expect(json.outcomes[0]).toMatchObject({ outcome: 'refused', error: { code: 'id-reused' } });
});

it('gives each report its own outcome, in order, whatever becomes of the others', async () => {
  const { json } = await send(
    testReport('good'),
    { reportId: 'no shape' },
    testReport('no unit', { unit: 'nowhere' }),
    testReport('no choice', { unit: 'north/2', votes: { toString: 1 } }),
    testReport('negative', { unit: 'north/2', votes: { ana: -1 } }),
    testReport('fraction', { unit: 'north/2', votes: { ana: 1.5 } }),
    testReport('also good', { unit: 'south/1', votes: { ana: 310, constructor: 112 } }),
  );
  expect(
    json.outcomes.map(
      (outcome: { reportId: string; outcome: string; error?: { code: string } }) => [
        outcome.reportId,
        outcome.error?.code ?? outcome.outcome,
      ],
    ),
  ).toEqual([
    ['good', 'accepted'],
    ['no shape', 'invalid'],
    ['no unit', 'unknown-unit'],
    ['no choice', 'unknown-choice'],
    ['negative', 'negative'],
    ['fraction', 'not-an-integer'],
    ['also good', 'accepted'],
  ]);
  expect((await standing()).counted).toBe(844);
});

it('says where in a refused report the mistake is', async () => {
  const { json } = await send(testReport('1', { votes: { ana: -1 } }));
  expect(json.outcomes[0].error).toMatchObject({
    code: 'negative',
    path: 'votes.ana',
    message: expect.any(String),
  });
});

it('takes 5,000 reports in one request, and refuses 5,001 as too large', async () => {
  const reports = Array.from({ length: 5_000 }, (_, at) =>
    testReport(`report ${at}`, { votes: { ana: at }, status: 'partial' }),
  );
  const { json } = await send(...reports);
  expect(json.outcomes).toHaveLength(5_000);
  const outcomes = new Set(json.outcomes.map((answer: { outcome: string }) => answer.outcome));
  expect([...outcomes].toSorted()).toEqual(['accepted', 'held']);
  const more = await send(...reports, testReport('one more'));
  expect([more.status, more.json.error.code]).toEqual([413, 'too-large']);
}, 30_000);

it('makes one entry of the parts that take the place of a total, with no dip in between', async () => {
  await send(testReport('total', { method: 'total' }));
  const before = night.journal.head().seq;
  const part = (reportId: string, method: string, ana: number) =>
    testReport(reportId, {
      method,
      votes: { ana, constructor: 60, 'write-in': 1 },
      supersedes: true,
      reason: 'the county now gives its methods apart',
    });
  const { json } = await send(part('a', 'election-day', 200), part('b', 'early', 100));
  expect(json.outcomes.map(({ outcome }: { outcome: string }) => outcome)).toEqual([
    'accepted',
    'accepted',
  ]);
  expect(night.journal.head().seq).toBe(before + 1);
  expect((await standing()).counted).toBe(422);
});

it('says what is wrong with a body that holds no reports', async () => {
  const { status, json } = await night.post('/api/v1/reports', { report: [] }, 'entry');
  expect(status).toBe(422);
  expect(json.error.code).toBe('invalid');
});
