import { Writable } from 'node:stream';
import pino from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

const OURS = { 'Sec-Fetch-Site': 'same-origin' };
const PASSWORD = 'correct horse battery';
const MISTYPED = 'the password typed as a name';
let night: TestApp;
let logged: string;

beforeEach(async () => {
  logged = '';
  const lines = new Writable({
    write(line, _encoding, done) {
      logged += String(line);
      done();
    },
  });
  night = await openTestApp({ log: pino({ level: 'trace' }, lines) });
  await night.load(TEST_ELECTION);
});

afterEach(() => night.close());

function send(path: string, form: Record<string, string>, headers: Record<string, string> = {}) {
  const init = { method: 'POST', headers: { ...OURS, ...headers } };
  return night.fetch(path, { ...init, body: new URLSearchParams(form) });
}

/** Everything that anybody writes down about people who come, fail to, act and go. */
async function busyHour(): Promise<readonly string[]> {
  const code = await night.newPerson('Ana', 'editor');
  await night.access.setPassword('Ana', PASSWORD);
  const spare = await night.newPerson('Ben', 'editor');
  await night.fetch(`/sign-in?code=${spare}`);
  await send('/sign-in', { code: spare }, { 'Sec-Fetch-Site': 'cross-site' });
  const byLink = await send('/sign-in', { code });
  await send('/sign-in', { code });
  const byPassword = await send('/sign-in', { name: 'Ana', password: PASSWORD });
  await send('/sign-in', { name: 'Ana', password: `${PASSWORD}!` });
  await send('/sign-in', { name: MISTYPED, password: '' });
  const cookies = [byLink, byPassword].map(({ headers }) =>
    present(headers.get('Set-Cookie')?.split(';')[0], 'cookie'),
  );
  const [first = '', second = ''] = cookies;
  await night.post('/api/v1/reports', { reports: [testReport('1')] }, 'entry');
  await night.fetch('/api/v1/holds', { headers: { Cookie: first } });
  // Our own failure, in the middle of a request that carries a secret.
  const failing = vi.spyOn(night.app.desk, 'submit').mockRejectedValue(new Error('no disk'));
  const body = JSON.stringify({ reports: [testReport('2')] });
  const headers = { ...OURS, Cookie: first, 'Content-Type': 'application/json' };
  expect((await night.fetch('/api/v1/reports', { method: 'POST', headers, body })).status).toBe(
    500,
  );
  expect(
    (await night.post('/api/v1/reports', { reports: [testReport('3')] }, 'entry')).status,
  ).toBe(500);
  failing.mockRestore();
  await send('/sign-out', { everywhere: '1' }, { Cookie: second });
  return [
    PASSWORD,
    MISTYPED,
    code,
    spare,
    ...cookies.map((cookie) => present(cookie.split('=')[1], 'secret')),
    ...Object.values(night.tokens),
  ];
}

it('no secret is in the log, in the record, or in what editors and the public may read', async () => {
  const secrets = await busyHour();
  expect(secrets.every((secret) => secret.length >= 8)).toBe(true);
  expect(new Set(secrets).size).toBe(secrets.length);
  expect(logged).toContain('no disk');
  const sealed = await night.journal.read(0, 1_000);
  const audit = (await night.get('/api/v1/audit?limit=500', 'editor')).text;
  expect(audit).toContain('sign-in-refused');
  const open = await Promise.all(
    ['journal', 'elections', 'contests', 'contests/mayor', 'session'].map(
      async (path) => (await night.get(`/api/v1/${path}`)).text,
    ),
  );
  const written = [logged, JSON.stringify(sealed), audit, ...open].join('\n');
  for (const secret of secrets) expect(written).not.toContain(secret);
});
