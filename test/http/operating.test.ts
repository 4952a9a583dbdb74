import { beforeEach, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { PLAYED_ELECTION, TEST_ELECTION, testReport } from './test-election.ts';

let night: TestApp;

beforeEach(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  await night.post('/api/v1/reports', { reports: [testReport('1')] }, 'entry');
  return () => night.close();
});

const standing = async () => (await night.get('/api/v1/contests/mayor')).json;
const runoff = { callId: 'c1', contest: 'mayor', type: 'runoff', source: 'AP' };

describe('a call', () => {
  it('takes two people: proposed by one, public once another has confirmed it', async () => {
    expect((await night.post('/api/v1/calls', runoff, 'editor')).json).toMatchObject({
      id: 'c1',
      state: 'proposed',
    });
    expect((await standing()).calls).toEqual([]);
    const seen = { seq: (await standing()).seq };
    const same = await night.post('/api/v1/calls/c1/confirm', seen, 'editor');
    expect([same.status, same.json.error.code]).toEqual([409, 'same-person']);
    const other = await night.post('/api/v1/calls/c1/confirm', seen, 'second');
    expect([other.status, other.json.state]).toEqual([200, 'confirmed']);
    expect((await standing()).calls).toMatchObject([
      { callId: 'c1', state: 'public', source: 'AP' },
    ]);
  });

  it('is under review as soon as one person retracts it, until a second confirms or reinstates', async () => {
    await night.post('/api/v1/calls', runoff, 'editor');
    await night.post('/api/v1/calls/c1/confirm', { seq: (await standing()).seq }, 'second');
    const retract = {
      callId: 'r1',
      contest: 'mayor',
      type: 'retract',
      retracts: 'c1',
      reason: 'too soon',
    };
    expect((await night.post('/api/v1/calls', retract, 'editor')).status).toBe(200);
    expect((await standing()).calls).toMatchObject([{ state: 'under-review' }]);
    expect((await night.post('/api/v1/calls/r1/confirm', {}, 'second')).status).toBe(200);
    expect((await standing()).calls).toMatchObject([{ state: 'retracted' }]);
  });

  it('changes nothing when it is sent again', async () => {
    await night.post('/api/v1/calls', runoff, 'editor');
    const { seq } = night.journal.head();
    expect((await night.post('/api/v1/calls', runoff, 'editor')).json).toMatchObject({
      repeated: true,
    });
    expect(night.journal.head().seq).toBe(seq);
  });

  it('that nobody proposed cannot be confirmed', async () => {
    const { status, json } = await night.post('/api/v1/calls/x/confirm', { seq: 1 }, 'editor');
    expect([status, json.error.code]).toEqual([404, 'unknown-call']);
  });
});

it('shows a notice until it is ended', async () => {
  const notice = {
    noticeId: 'n1',
    contest: 'mayor',
    text: { en: 'North is stuck.', es: 'Norte está parado.' },
  };
  expect((await night.post('/api/v1/notices', notice, 'editor')).status).toBe(200);
  expect((await standing()).notices).toMatchObject([{ noticeId: 'n1', until: null }]);
  expect((await night.post('/api/v1/notices/n1/end', {}, 'editor')).status).toBe(200);
  expect((await standing()).notices).toMatchObject([{ noticeId: 'n1', until: expect.any(String) }]);
});

it('holds what comes while a contest is locked', async () => {
  const path = '/api/v1/contests/mayor/lock';
  expect((await night.post(path, { lockId: 'l1', reason: 'a doubt' }, 'editor')).status).toBe(200);
  const report = testReport('2', { unit: 'north/2', votes: { ana: 9 } });
  const { json } = await night.post('/api/v1/reports', { reports: [report] }, 'entry');
  expect(json.outcomes[0]).toMatchObject({ outcome: 'held', checks: [{ code: 'locked' }] });
  const unlock = { lockId: 'l2', locked: false, reason: 'cleared' };
  expect((await night.post(path, unlock, 'editor')).status).toBe(200);
  expect((await standing()).counted).toBe(422);
});

it('amends the definition with its reason, and gives it the next version', async () => {
  const amendment = {
    amendId: 'a1',
    changes: { units: { 'north/2': { registered: 1100 } } },
    reason: 'the county’s own figure',
  };
  const path = '/api/v1/contests/mayor/amend';
  const { status, json } = await night.post(path, amendment, 'editor');
  expect(status).toBe(200);
  if (json.state === 'proposed') await night.post('/api/v1/amendments/a1/confirm', {}, 'second');
  expect((await standing()).definitionVersion).toBe(2);
});

it('sets the clock of a night that is played, for an admin, and of no other', async () => {
  const clock = { nightAt: '2017-04-18T22:40:00-04:00', rate: 60 };
  const path = '/api/v1/elections/test-night/clock';
  expect((await night.post(path, clock, 'admin')).json.error.code).toBe('not-allowed');
  const played = await openTestApp();
  await played.load(PLAYED_ELECTION);
  expect((await played.post(path, clock, 'admin')).status).toBe(200);
  const { nightAt, labels } = (await played.get('/api/v1/contests/mayor')).json;
  expect(nightAt).toBe('2017-04-18T22:40:00-04:00');
  expect(labels).toEqual(['reconstructed-order']);
  await played.close();
});

it('loads the same definition again without an entry', async () => {
  const { seq } = night.journal.head();
  expect((await night.load(TEST_ELECTION)).json).toMatchObject({
    id: 'test-night',
    repeated: true,
  });
  expect(night.journal.head().seq).toBe(seq);
});
