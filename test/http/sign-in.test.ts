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

function byPassword(name: string, password: string, headers: Record<string, string> = OURS) {
  const body = new URLSearchParams({ name, password });
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

  it('ends the session that the browser had', async () => {
    const before = await signedIn('Ben');
    const code = await night.newPerson('Ana', 'editor');
    expect((await openLink(code, { ...OURS, Cookie: before })).status).toBe(303);
    expect((await session(before)).json).toEqual({ account: null });
  });
});

describe('a password', () => {
  const WORDS = 'correct horse battery';
  beforeEach(async () => {
    await night.newPerson('Ana', 'editor');
    await night.access.setPassword('Ana', WORDS);
  });

  it('signs in, as often as one likes, with spaces around the name', async () => {
    for (const name of ['Ana', ' Ana ']) {
      const { status, headers } = await byPassword(name, WORDS);
      expect([status, headers.get('Location')]).toEqual([303, '/desk']);
      const cookie = headers.get('Set-Cookie')?.split(';')[0] ?? '';
      expect((await session(cookie)).json.account.name).toBe('Ana');
    }
  });

  it('that is wrong is refused in the same words as a name that nobody has', async () => {
    const [wrong, unknown] = [await byPassword('Ana', 'x'), await byPassword('Anna', WORDS)];
    expect([wrong.status, wrong.headers.get('Set-Cookie')]).toEqual([401, null]);
    expect(wrong.text).toContain('The name or the password is not right.');
    expect([unknown.status, unknown.text]).toEqual([wrong.status, wrong.text]);
  });

  it('is not taken from a page of another site', async () => {
    const body = new URLSearchParams({ name: 'Ana', password: WORDS });
    const headers = { 'Sec-Fetch-Site': 'cross-site' };
    const answer = await night.fetch('/sign-in', { method: 'POST', headers, body });
    expect([answer.status, answer.headers.get('Set-Cookie')]).toEqual([403, null]);
  });
});

describe('too many attempts', () => {
  const WORDS = 'correct horse battery';
  const from = (address: string) => ({ ...OURS, 'X-Forwarded-For': address });
  const guess = async (times: number, address: string, name = 'Ana') => {
    const statuses: number[] = [];
    for (let at = 0; at < times; at += 1) {
      statuses.push((await byPassword(name, `guess ${at}`, from(address))).status);
    }
    return statuses;
  };
  beforeEach(async () => {
    await night.newPerson('Ana', 'editor');
    await night.access.setPassword('Ana', WORDS);
  });

  it('from one address are refused for the rest of the minute, and it says how long', async () => {
    for (let attempt = 0; attempt < 20; attempt += 1) await openLink('guess');
    night.setClock(NIGHT_MS + 18_500);
    for (const refused of [await byPassword('Ana', WORDS), await openLink('guess')]) {
      expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '42']);
      expect(refused.text).toContain('Try again in 42 seconds.');
    }
    expect((await byPassword('Ana', WORDS, from('198.51.100.1'))).status).toBe(303);
    night.setClock(NIGHT_MS + 60_000);
    expect((await byPassword('Ana', WORDS)).status).toBe(303);
  });

  it('from the address of a whole newsroom keep out nobody who has a link', async () => {
    for (let attempt = 0; attempt < 30; attempt += 1) await openLink('guess');
    expect((await openLink(await night.newPerson('Ben', 'editor'))).status).toBe(303);
    const { records } = (await night.get('/api/v1/audit?limit=500', 'editor')).json;
    const refused = records.filter(({ what }: { what: string }) => what === 'sign-in-refused');
    const why = refused.map(({ note }: { note: string }) => note);
    expect(why).toEqual([...Array(20).fill('link'), 'too-many']);
  });

  it('are not made by a newsroom of thirty that signs in from one address', async () => {
    for (let person = 0; person < 30; person += 1) {
      const code = await night.newPerson(`Person ${person}`, 'entry');
      expect((await openLink(code)).status).toBe(303);
    }
  });

  it('at one account are refused from everywhere, whether there is such an account or not', async () => {
    for (const name of ['Ana', 'nobody']) {
      expect(await guess(3, '198.51.100.1', name)).toEqual([401, 401, 401]);
      expect(await guess(3, '198.51.100.2', name)).toEqual([401, 401, 429]);
      expect(await guess(1, '198.51.100.3', name)).toEqual([429]);
    }
    expect((await byPassword('Ana', WORDS, from('198.51.100.4'))).status).toBe(429);
    night.setClock(NIGHT_MS + 60_000);
    expect((await byPassword('Ana', WORDS, from('198.51.100.4'))).status).toBe(303);
  });

  it('by somebody else keep nobody out: neither where they have signed in before, nor by a link', async () => {
    expect((await byPassword('Ana', WORDS, from('203.0.113.7'))).status).toBe(303);
    await guess(6, '198.51.100.1');
    expect((await byPassword('Ana', WORDS, from('203.0.113.7'))).status).toBe(303);
    expect((await byPassword('Ana', WORDS, from('203.0.113.8'))).status).toBe(429);
    const link = await night.access.newLink('Ana');
    const code = link.ok ? link.value.secret : '';
    expect((await openLink(code, from('203.0.113.8'))).status).toBe(303);
    expect((await byPassword('Ana', WORDS, from('203.0.113.8'))).status).toBe(303);
  });

  it('where one has signed in before are counted there', async () => {
    await byPassword('Ana', WORDS, from('203.0.113.7'));
    expect(await guess(6, '203.0.113.7')).toEqual([401, 401, 401, 401, 401, 429]);
  });

  it('cannot be hidden by an address that the sender makes up before the proxy’s', async () => {
    for (let at = 0; at < 20; at += 1) await openLink('guess', from(`10.0.0.${at}, 198.51.100.1`));
    expect((await openLink('guess', from('10.9.9.9, 198.51.100.1'))).status).toBe(429);
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

  it('ends everywhere at once, if one says so', async () => {
    const first = await signedIn('Ana');
    const link = await night.access.newLink('Ana');
    const { headers } = await openLink(link.ok ? link.value.secret : '');
    const second = headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const other = await signedIn('Ben');
    const out = { method: 'POST', headers: { ...OURS, Cookie: first } };
    const body = new URLSearchParams({ everywhere: '1' });
    expect((await night.fetch('/sign-out', { ...out, body })).status).toBe(303);
    for (const cookie of [first, second])
      expect((await session(cookie)).json).toEqual({ account: null });
    expect((await session(other)).json.account.name).toBe('Ben');
  });

  it('may do at once what a new role may, and no more', async () => {
    const cookie = await signedIn('Ana');
    const holds = () => night.fetch('/api/v1/holds', { headers: { Cookie: cookie } });
    expect((await holds()).status).toBe(200);
    await night.access.changeRole('Ana', 'person', 'entry');
    expect((await holds()).status).toBe(403);
    expect((await session(cookie)).json.account.role).toBe('entry');
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

it.each([
  ['its own address, where no proxy is trusted', [], '127.0.0.1'],
  ['the nearest address that is no proxy', ['loopback'], '198.51.100.2'],
  [
    'the one before a second proxy that is trusted too',
    ['loopback', '198.51.100.0/24'],
    '203.0.113.7',
  ],
])('counts and records %s', async (_which, proxies, from) => {
  const proxied = await openTestApp({ proxies });
  const headers = { ...OURS, 'X-Forwarded-For': '192.0.2.1, 203.0.113.7, 198.51.100.2' };
  const body = new URLSearchParams({ code: await proxied.newPerson('Ana', 'editor') });
  await proxied.fetch('/sign-in', { method: 'POST', headers, body });
  const events = await proxied.access.eventsAfter(0, 100);
  expect(events.at(-1)).toMatchObject({ kind: 'signed-in', from });
  await proxied.close();
});

it('keeps the cookie to https where readers come by https', async () => {
  const proxied = await openTestApp({ publicUrl: 'https://results.example.org' });
  const body = new URLSearchParams({ code: await proxied.newPerson('Ana', 'editor') });
  const headers = { Origin: 'https://results.example.org' };
  const answer = await proxied.fetch('/sign-in', { method: 'POST', headers, body });
  expect(answer.headers.get('Set-Cookie')).toMatch(/^__Host-fiftyline=.*; Path=\/;.*; Secure/);
  await proxied.close();
});
