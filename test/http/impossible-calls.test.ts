import { beforeEach, describe, expect, it } from 'vitest';
import { NIGHT_MS, openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

const [mayor] = TEST_ELECTION.contests;
let night: TestApp;

beforeEach(async () => {
  night = await openTestApp();
  return () => night.close();
});

const load = (contest: object) =>
  night.load({ ...TEST_ELECTION, contests: [{ ...mayor, ...contest }] });
const standing = async () => (await night.get('/api/v1/contests/mayor')).json;
const propose = (callId: string, type: string, ...choices: string[]) =>
  night.post('/api/v1/calls', { callId, contest: 'mayor', type, choices }, 'editor');
const confirm = async (callId: string, seq?: number) =>
  night.post(`/api/v1/calls/${callId}/confirm`, { seq: seq ?? (await standing()).seq }, 'second');
async function make(callId: string, type: string, ...choices: string[]) {
  await propose(callId, type, ...choices);
  expect((await confirm(callId)).status).toBe(200);
}
const said = ({ status, json }: Awaited<ReturnType<typeof propose>>) => [
  status,
  json.error?.code,
  json.error?.message,
];

describe('what the rule makes impossible is refused with the reason', () => {
  it('two winners of one seat, in one call or in two', async () => {
    await load({});
    const two = [422, 'impossible', 'that would be 2 for 1 place'];
    expect(said(await propose('c1', 'winner', 'ana', 'constructor'))).toEqual(two);
    await make('c2', 'winner', 'ana');
    expect(said(await propose('c3', 'winner', 'constructor'))).toEqual(two);
  });

  it('two winners of one seat, also where both were proposed before either was made', async () => {
    await load({});
    await propose('c1', 'winner', 'ana');
    expect((await propose('c2', 'winner', 'constructor')).status).toBe(200);
    expect((await confirm('c1')).status).toBe(200);
    expect(said(await confirm('c2'))).toEqual([422, 'impossible', 'that would be 2 for 1 place']);
    expect((await standing()).calls).toMatchObject([{ callId: 'c1' }]);
  });

  it('more than N who advance, added up one name at a time', async () => {
    const choices = [...(mayor?.choices ?? []), { id: 'cy', name: 'Cy' }];
    await load({ choices });
    await make('c1', 'advance', 'ana');
    await make('c2', 'advance', 'constructor');
    expect(said(await propose('c3', 'advance', 'cy'))).toEqual([
      422,
      'impossible',
      'that would be 3 for 2 places',
    ]);
  });

  it('anything before the last polls have closed', async () => {
    await load({ pollsClose: new Date(NIGHT_MS + 60_000).toISOString() });
    expect(said(await propose('c1', 'too-early'))).toEqual([
      422,
      'polls-open',
      'nothing is called before the last polls have closed',
    ]);
  });

  it('what was proposed on another lead than the one that is confirmed', async () => {
    await load({});
    await night.post('/api/v1/reports', { reports: [testReport('1')] }, 'entry');
    const { seq } = await standing();
    await propose('c1', 'winner', 'ana');
    const other = testReport('2', { unit: 'north/2', votes: { ana: 1, constructor: 900 } });
    await night.post('/api/v1/reports', { reports: [other] }, 'entry');
    expect(said(await confirm('c1', seq)).slice(0, 2)).toEqual([409, 'conflict']);
    expect((await standing()).calls).toEqual([]);
  });
});

it('a call that the arithmetic contradicts is made, and shown as contradicted', async () => {
  const units = [{ id: 'north/1', name: 'North 1', registered: 1000 }];
  await load({ units, methods: ['election-day'], late: [], lateNone: 'all in person' });
  await night.post('/api/v1/reports', { reports: [testReport('1')] }, 'entry');
  expect((await standing()).outcome).toMatchObject({ state: 'win-certain', winners: ['ana'] });
  await make('c1', 'winner', 'constructor');
  expect((await standing()).calls).toMatchObject([
    { callId: 'c1', choices: ['constructor'], contradicted: true },
  ]);
});
