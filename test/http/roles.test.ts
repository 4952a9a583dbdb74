import { beforeAll, describe, expect, it } from 'vitest';
import { ROLES } from '../../shared/night/actor.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION } from './test-election.ts';

let night: TestApp;

beforeAll(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  return () => night.close();
});

/** Every door for writing, and the least role that may use it. */
const WRITES = [
  ['/api/v1/reports', 'entry'],
  ['/api/v1/calls', 'editor'],
  ['/api/v1/calls/x/confirm', 'editor'],
  ['/api/v1/calls/x/reinstate', 'editor'],
  ['/api/v1/notices', 'editor'],
  ['/api/v1/notices/x/end', 'editor'],
  ['/api/v1/contests/mayor/lock', 'editor'],
  ['/api/v1/contests/mayor/amend', 'editor'],
  ['/api/v1/contests/mayor/confirm-closing', 'editor'],
  ['/api/v1/amendments/x/confirm', 'editor'],
  ['/api/v1/holds/x/release', 'editor'],
  ['/api/v1/holds/x/reject', 'editor'],
  ['/api/v1/elections', 'admin'],
  ['/api/v1/elections/test-night/clock', 'admin'],
] as const;

describe.each(WRITES)('POST %s', (path, least) => {
  it.each(ROLES)(`answers %s as the least role, ${least}, says`, async (role) => {
    const { status, json } = await night.post(path, { nothing: 'known' }, role);
    const allowed = ROLES.indexOf(role) >= ROLES.indexOf(least);
    // Who is let in is told what is wrong with what they sent, or that it has been done before.
    if (allowed) expect([200, 404, 422]).toContain(status);
    else expect([status, json.error.code]).toEqual([403, 'not-allowed']);
  });

  it('answers nobody, and a token that does not hold, with 401', async () => {
    const nobody = await night.post(path, {});
    expect([nobody.status, nobody.json.error.code]).toEqual([401, 'not-signed-in']);
    expect(nobody.headers.get('WWW-Authenticate')).toBe('Bearer');
    const headers = { Authorization: 'Bearer guessed', 'Content-Type': 'application/json' };
    const guessed = await night.fetch(path, { method: 'POST', headers, body: '{}' });
    expect(guessed.status).toBe(401);
  });
});

it('shows holds to editors and admins only', async () => {
  const statuses = await Promise.all(
    [undefined, ...ROLES].map(async (who) => (await night.get('/api/v1/holds', who)).status),
  );
  expect(statuses).toEqual([401, 403, 200, 200]);
});

it('changes nothing for whoever is not allowed', async () => {
  const { seq } = night.journal.head();
  await night.post('/api/v1/contests/mayor/lock', { lockId: 'l', reason: 'mine' }, 'entry');
  await night.post('/api/v1/elections', TEST_ELECTION, 'editor');
  expect(night.journal.head().seq).toBe(seq);
});
