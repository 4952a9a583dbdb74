import { beforeEach, describe, expect, it } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import { NIGHT_MS, openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

let night: TestApp;

beforeEach(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  return () => night.close();
});

const OURS = { 'Sec-Fetch-Site': 'same-origin' };

function openLink(code: string, headers: Record<string, string> = OURS) {
  const body = new URLSearchParams({ code });
  return night.fetch('/sign-in', { method: 'POST', headers, body });
}

/** The cookie of a new person's session, as a browser sends it back. */
async function signedIn(name: string, role: 'entry' | 'editor' | 'admin' = 'editor') {
  const { headers } = await openLink(await night.newPerson(name, role));
  return present(headers.get('Set-Cookie')?.split(';')[0], 'cookie');
}

const session = (cookie: string) => night.fetch('/api/v1/session', { headers: { Cookie: cookie } });

describe('a sign-in link', () => {
  it('is not used up by being opened', async () => {
    const code = await night.newPerson('Ana', 'editor');
    for (const _preview of [1, 2]) {
      const page = await night.fetch(`/sign-in?code=${code}`);
      expect(page.status).toBe(200);
      expect(page.headers.get('Set-Cookie')).toBeNull();
      expect(page.headers.get('Cache-Control')).toBe('no-store');
      expect(page.text).toContain(code);
    }
    expect((await openLink(code)).status).toBe(303);
  });

  it('opens the desk with a session that scripts and other sites cannot use', async () => {
    const { status, headers } = await openLink(await night.newPerson('Ana', 'editor'));
    expect([status, headers.get('Location')]).toEqual([303, '/desk']);
    const cookie = headers.get('Set-Cookie') ?? '';
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Strict/);
    expect(cookie).not.toMatch(/; Secure/);
  });

  it('works once: who comes second is told so and let in nowhere', async () => {
    const code = await night.newPerson('Ana', 'editor');
    await openLink(code);
    const second = await openLink(code);
    expect([second.status, second.headers.get('Set-Cookie')]).toEqual([410, null]);
    expect(second.text).toContain('has been used or is too old');
  });

  it('takes who pressed the button twice to the desk all the same', async () => {
    const code = await night.newPerson('Ana', 'editor');
    const cookie = (await openLink(code)).headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const again = await openLink(code, { ...OURS, Cookie: cookie });
    expect([again.status, again.headers.get('Location')]).toEqual([303, '/desk']);
  });

  it('is not taken from a page of another site', async () => {
    const code = await night.newPerson('Ana', 'editor');
    expect((await openLink(code, { 'Sec-Fetch-Site': 'cross-site' })).status).toBe(403);
    expect((await openLink(code, { Origin: 'http://evil.example' })).status).toBe(403);
    expect((await openLink(code)).status).toBe(303);
  });

  it('is refused after too many attempts, for a minute', async () => {
    const code = await night.newPerson('Ana', 'editor');
    for (let attempt = 0; attempt < 20; attempt += 1) await openLink('guess');
    expect((await openLink(code)).status).toBe(429);
    night.setClock(NIGHT_MS + 60_000);
    expect((await openLink(code)).status).toBe(303);
  });
});

describe('a session', () => {
  it('says who is signed in, and that nobody is', async () => {
    expect((await session(await signedIn('Ana'))).json).toEqual({
      account: { id: expect.any(String), name: 'Ana', role: 'editor' },
    });
    const nobody = await session('fiftyline=guessed');
    expect([nobody.status, nobody.json]).toEqual([200, { account: null }]);
  });

  it('ends at sign-out', async () => {
    const cookie = await signedIn('Ana');
    const headers = { ...OURS, Cookie: cookie };
    expect((await night.fetch('/sign-out', { method: 'POST', headers })).status).toBe(303);
    expect((await session(cookie)).json).toEqual({ account: null });
  });

  it('ends when the person is removed', async () => {
    const cookie = await signedIn('Ana');
    await night.removePerson('Ana');
    expect((await session(cookie)).json).toEqual({ account: null });
    expect((await night.fetch('/api/v1/holds', { headers: { Cookie: cookie } })).status).toBe(401);
  });
});

describe('a write with a session', () => {
  const write = (headers: Record<string, string>) =>
    night.fetch('/api/v1/reports', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: JSON.stringify({ reports: [testReport('1')] }),
    });

  it('is taken from our own pages', async () => {
    const cookie = await signedIn('Ana', 'entry');
    expect((await write({ Cookie: cookie, ...OURS })).status).toBe(200);
    expect((await write({ Cookie: cookie, Origin: night.url })).status).toBe(200);
  });

  it.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['another port of this host', { Origin: 'http://127.0.0.1:1' }],
    ['a page without an origin', { Origin: 'null' }],
    ['something that does not say where from', {}],
  ])('is refused from %s', async (_name, headers) => {
    const cookie = await signedIn('Ana', 'entry');
    const { seq } = night.journal.head();
    const { status, json } = await write({ Cookie: cookie, ...headers });
    expect([status, json.error.code]).toEqual([403, 'other-origin']);
    expect(night.journal.head().seq).toBe(seq);
  });

  it('with a token needs no origin', async () => {
    const headers = { Authorization: `Bearer ${night.tokens.entry}` };
    expect((await write(headers)).status).toBe(200);
  });

  it('goes by the token alone where there are both', async () => {
    const cookie = await signedIn('Ana');
    const headers = { Cookie: cookie, Authorization: 'Bearer guessed', ...OURS };
    expect((await write(headers)).status).toBe(401);
  });
});

it('keeps the cookie to https where readers come by https', async () => {
  const proxied = await openTestApp({ publicUrl: 'https://results.example.org' });
  const body = new URLSearchParams({ code: await proxied.newPerson('Ana', 'editor') });
  const headers = { Origin: 'https://results.example.org' };
  const answer = await proxied.fetch('/sign-in', { method: 'POST', headers, body });
  expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-fiftyline=.*; Path=\/;.*; Secure/);
  await proxied.close();
});
