import { beforeEach, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { PLAYED_ELECTION, TEST_ELECTION, testReport } from './test-election.ts';

const [MAYOR] = TEST_ELECTION.contests;
/** A second night on the same server, with contests of its own; only a rehearsal. */
const COUNTY = {
  ...PLAYED_ELECTION,
  id: 'county-night',
  name: 'County night',
  stage: 'test',
  releaseOwn: true,
  contests: [
    { ...MAYOR, id: 'sheriff', name: 'Sheriff' },
    { ...MAYOR, id: 'clerk', name: 'Clerk' },
  ],
};

let night: TestApp;

beforeEach(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  await night.load(COUNTY);
  return () => night.close();
});

const elections = async () => (await night.get('/api/v1/elections')).json.elections;
const standing = async (contest: string) => (await night.get(`/api/v1/contests/${contest}`)).json;
const send = (id: string, contest: string, votes: object) =>
  night.post('/api/v1/reports', { reports: [testReport(id, { contest, votes })] }, 'entry');

it('lists every election with all that is said of it but its contests’ own definitions', async () => {
  const parties = [{ id: 'D', name: 'Democratic', color: null }];
  const night1 = { date: '2017-04-18', timeZone: 'America/New_York', parties };
  expect(await elections()).toEqual([
    {
      ...night1,
      id: 'test-night',
      name: 'Test night',
      stage: 'live',
      labels: [],
      releaseOwn: false,
      contests: ['mayor'],
    },
    {
      ...night1,
      id: 'county-night',
      name: 'County night',
      stage: 'test',
      labels: ['reconstructed-order'],
      releaseOwn: true,
      contests: ['sheriff', 'clerk'],
    },
  ]);
});

it('lists an election as it is after it was loaded again', async () => {
  await night.load({ ...COUNTY, name: 'County night, again', contests: COUNTY.contests.slice(1) });
  expect(await elections()).toMatchObject([
    { id: 'test-night' },
    { id: 'county-night', name: 'County night, again', contests: ['clerk'] },
  ]);
  expect((await night.get('/api/v1/contests/sheriff')).status).toBe(404);
});

it('gives each election the clock that was set for it, and the others the server’s', async () => {
  const clock = { nightAt: '2017-04-18T22:40:00-04:00', rate: 60 };
  await night.post('/api/v1/elections/county-night/clock', clock, 'admin');
  await send('1', 'mayor', { ana: 1, constructor: 2 });
  await send('2', 'sheriff', { ana: 3, constructor: 4 });
  expect(await standing('mayor')).toMatchObject({
    counted: 3,
    nightAt: '2017-04-18T19:00:10-04:00',
  });
  expect(await standing('sheriff')).toMatchObject({ counted: 7, nightAt: clock.nightAt });
});

it('empties a test alone when it goes live, and a live one never', async () => {
  await night.post(
    '/api/v1/elections/county-night/clock',
    { nightAt: '2017-04-18T22:40:00-04:00', rate: 1 },
    'admin',
  );
  for (const [id, contest] of ['mayor', 'sheriff', 'clerk'].entries())
    await send(String(id), contest, { ana: 10 + id, constructor: 2 });
  const { json } = await night.load({ ...COUNTY, stage: 'live', labels: [] });
  expect(json).toMatchObject({ id: 'county-night', state: 'reset', repeated: false });
  const counted = await Promise.all(
    ['mayor', 'sheriff', 'clerk'].map(async (contest) => (await standing(contest)).counted),
  );
  expect(counted).toEqual([12, 0, 0]);
  const again = await night.post('/api/v1/elections?reset=1', TEST_ELECTION, 'admin');
  expect([again.status, again.json.error.code]).toEqual([403, 'not-allowed']);
  expect((await standing('mayor')).counted).toBe(12);
});

it('refuses a contest that another election has, at its place, and loads nothing of the file', async () => {
  const third = { ...TEST_ELECTION, id: 'third', contests: [{ ...MAYOR, id: 'judge' }, MAYOR] };
  const { status, json } = await night.post('/api/v1/elections', third, 'admin');
  expect([status, json.error.code, json.error.path]).toEqual([
    409,
    'contest-clash',
    'contests[1].id',
  ]);
  expect(json.error.mistakes).toMatchObject([{ code: 'contest-clash', line: 1 }]);
  expect(await elections()).toHaveLength(2);
  expect((await night.get('/api/v1/contests/judge')).status).toBe(404);
});
