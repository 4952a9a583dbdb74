import { beforeEach, describe, expect, it } from 'vitest';
import { type Access, openAccess } from '../../server/access/access.ts';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { openPasswords } from '../../server/access/passwords.ts';
import { present } from '../../shared/basics/assert.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import { CHEAP } from './cheap-passwords.ts';

const HOUR_MS = 3_600_000;
let nowMs: number;
let access: Access;

beforeEach(() => {
  nowMs = 0;
  let made = 0;
  access = openAccess({
    store: openMemoryAccountStore(),
    now: () => instantOf(nowMs),
    secret: () => `secret ${++made}`,
    id: () => `id-${++made}`,
    passwords: openPasswords(() => `salt ${++made}`, CHEAP),
  });
});

async function linkFor(name: string): Promise<string> {
  await access.addAccount(name, 'editor', 'person');
  const link = await access.newLink(name);
  return present(link.ok ? link.value : null, 'link').secret;
}

it('signs a person in once by a link, and knows the session that began', async () => {
  const code = await linkFor('Ana');
  const session = present(await access.signIn(code), 'session');
  expect((await access.bySession(session.secret))?.name).toBe('Ana');
  expect(await access.signIn(code)).toBeNull();
});

it('lets only one of two who open a link at the same moment in', async () => {
  const code = await linkFor('Ana');
  const both = await Promise.all([access.signIn(code), access.signIn(code)]);
  expect(both.filter((session) => session !== null)).toHaveLength(1);
});

it('lets a link end after a day', async () => {
  const code = await linkFor('Ana');
  nowMs += 24 * HOUR_MS;
  expect(await access.signIn(code)).toBeNull();
});

it('lets a session end after two weeks', async () => {
  const session = present(await access.signIn(await linkFor('Ana')), 'session').secret;
  nowMs += 14 * 24 * HOUR_MS - 1;
  expect(await access.bySession(session)).not.toBeNull();
  nowMs += 1;
  expect(await access.bySession(session)).toBeNull();
});

it('ends a session at sign-out, and no other', async () => {
  const ana = present(await access.signIn(await linkFor('Ana')), 'session').secret;
  const ben = present(await access.signIn(await linkFor('Ben')), 'session').secret;
  await access.signOut(ana);
  expect(await access.bySession(ana)).toBeNull();
  expect((await access.bySession(ben))?.name).toBe('Ben');
});

it('ends the sessions and unused links of a person who is removed', async () => {
  const session = present(await access.signIn(await linkFor('Ana')), 'session').secret;
  const link = await access.newLink('Ana');
  await access.remove('Ana', 'person');
  expect(await access.bySession(session)).toBeNull();
  expect(await access.signIn(present(link.ok ? link.value : null, 'link').secret)).toBeNull();
  expect(await access.list('person')).toEqual([]);
});

it('takes a new link in place of the one before it', async () => {
  const first = await linkFor('Ana');
  await access.newLink('Ana');
  expect(await access.signIn(first)).toBeNull();
});

it('takes a machine’s newest token only, and no session or link for a token', async () => {
  await access.addAccount('feed', 'entry', 'machine');
  const first = await access.newToken('feed');
  const second = await access.newToken('feed');
  expect(await access.byToken(present(first.ok ? first.value : null, 'token').secret)).toBeNull();
  const token = present(second.ok ? second.value : null, 'token').secret;
  expect((await access.byToken(token))?.name).toBe('feed');
  expect(await access.bySession(token)).toBeNull();
  expect(await access.signIn(token)).toBeNull();
  expect((await access.byToken(token))?.name).toBe('feed');
});

it('says so where a name is taken, unknown or unusable', async () => {
  await access.addAccount('Ana', 'editor', 'person');
  expect(await access.addAccount('Ana', 'entry', 'machine')).toMatchObject({
    reason: { code: 'name-taken' },
  });
  expect(await access.newLink('Ben')).toMatchObject({ reason: { code: 'unknown-account' } });
  expect(await access.newToken('Ana')).toMatchObject({ reason: { code: 'unknown-account' } });
  for (const name of ['', ' Ana', 'x'.repeat(81)])
    expect(await access.addAccount(name, 'entry', 'person')).toMatchObject({
      reason: { code: 'invalid' },
    });
});

it('keeps the names of the server’s own machines for them', async () => {
  for (const kind of ['person', 'machine'] as const)
    expect(await access.addAccount('local', 'entry', kind)).toMatchObject({
      reason: { code: 'name-taken' },
    });
  const first = await access.serviceToken('replay', 'editor');
  const second = await access.serviceToken('replay', 'admin');
  expect(await access.byToken(first)).toBeNull();
  expect(await access.byToken(second)).toMatchObject({ name: 'replay', role: 'admin' });
});

it('ends the session that a browser had when it signs in anew', async () => {
  const first = present(await access.signIn(await linkFor('Ana')), 'session').secret;
  const visit = { from: null, instead: first };
  const second = present(await access.signIn(await linkFor('Ben'), visit), 'session').secret;
  expect(await access.bySession(first)).toBeNull();
  expect((await access.bySession(second))?.name).toBe('Ben');
});

it('signs a person out everywhere, by themselves or by whoever manages people', async () => {
  const sessions = async () => [
    present(await access.signIn(await linkFor('Ana')), 'session').secret,
    present(await access.signIn(await linkFor('Ana')), 'session').secret,
  ];
  const ben = present(await access.signIn(await linkFor('Ben')), 'session').secret;
  const holding = (secrets: readonly string[]) =>
    Promise.all(secrets.map(async (secret) => (await access.bySession(secret))?.name));
  const mine = await sessions();
  await access.signOutEverywhere(mine[0] ?? '');
  expect(await holding([...mine, ben])).toEqual([undefined, undefined, 'Ben']);
  const again = await sessions();
  expect(await access.endSessions('Ana')).toMatchObject({ ok: true });
  expect(await holding([...again, ben])).toEqual([undefined, undefined, 'Ben']);
});

it('changes what somebody may do at once, where they are signed in already', async () => {
  const session = present(await access.signIn(await linkFor('Ana')), 'session').secret;
  expect(await access.changeRole('Ana', 'person', 'entry')).toMatchObject({ ok: true });
  expect((await access.bySession(session))?.role).toBe('entry');
  expect(await access.changeRole('Ana', 'machine', 'entry')).toMatchObject({
    reason: { code: 'unknown-account' },
  });
});

describe('a password', () => {
  const WORDS = 'correct horse battery';
  const here = { from: '10.0.0.9', instead: null };
  const by = (name: string, password: string) => access.signInByPassword(name, password, here);

  beforeEach(async () => {
    await access.addAccount('Ana', 'editor', 'person');
    await access.setPassword('Ana', WORDS);
  });

  it('signs its person in, as often as they like, beside links', async () => {
    for (const _time of [1, 2]) {
      const session = await by('Ana', WORDS);
      expect(session).toMatchObject({ account: { name: 'Ana' } });
    }
    const link = await access.newLink('Ana');
    const code = present(link.ok ? link.value : null, 'link').secret;
    expect(await access.signIn(code)).toMatchObject({ account: { name: 'Ana' } });
  });

  it('is no use to anybody else, nor are links and tokens passwords', async () => {
    await access.addAccount('Ben', 'editor', 'person');
    const feed = await access.serviceToken('replay', 'admin');
    expect(await by('Ben', WORDS)).toBe('wrong');
    expect(await by('Ben', '')).toBe('wrong');
    expect(await by('nobody', WORDS)).toBe('wrong');
    expect(await by('constructor', WORDS)).toBe('wrong');
    expect(await by('replay', feed)).toBe('wrong');
    expect(await by('Ana', 'x'.repeat(1_000))).toBe('wrong');
  });

  it('ends sessions when it is changed or taken away, and with it what was kept', async () => {
    const session = await by('Ana', WORDS);
    const secret = typeof session === 'object' ? session.secret : '';
    await access.setPassword('Ana', 'another few words');
    expect(await access.bySession(secret)).toBeNull();
    expect(await by('Ana', WORDS)).toBe('wrong');
    expect(await by('Ana', 'another few words')).toMatchObject({ account: { name: 'Ana' } });
    await access.setPassword('Ana', null);
    expect(await by('Ana', 'another few words')).toBe('wrong');
  });

  it('of one who was removed lets nobody in, not even in the middle of the check', async () => {
    const checking = by('Ana', WORDS);
    await access.remove('Ana', 'person');
    expect(await checking).toBe('wrong');
    await access.addAccount('Ana', 'entry', 'person');
    expect(await by('Ana', WORDS)).toBe('wrong');
  });

  it('that is no good is not taken, and the one before it holds', async () => {
    expect(await access.setPassword('Ana', 'short')).toMatchObject({ reason: { code: 'invalid' } });
    expect(await by('Ana', WORDS)).toMatchObject({ account: { name: 'Ana' } });
  });

  it('is not tried while many wait', async () => {
    const all = await Promise.all(Array.from({ length: 6 }, () => by('Ana', 'a guess')));
    expect(all).toEqual(['wrong', 'wrong', 'wrong', 'wrong', 'wrong', 'busy']);
  });
});

describe('what happened to accounts', () => {
  it('is kept with who did it and from where, without any secret', async () => {
    await access.addAccount('Ana', 'editor', 'person');
    const ana = present((await access.list('person'))[0], 'Ana').id;
    await access.addAccount('Ben', 'entry', 'person', { by: ana, from: '10.0.0.1' });
    const ben = present((await access.list('person'))[1], 'Ben').id;
    await access.changeRole('Ben', 'person', 'editor');
    await access.changeRole('Ben', 'person', 'editor');
    await access.setPassword('Ben', 'correct horse battery');
    const visit = { from: '10.0.0.9', instead: null };
    await access.signInByPassword('Ben', 'correct horse stable', visit);
    await access.signInByPassword('a secret in the wrong field', 'x', visit);
    const session = await access.signInByPassword('Ben', 'correct horse battery', visit);
    await access.noteTooMany('Ben', '10.0.0.9');
    await access.signOut(typeof session === 'object' ? session.secret : '', '10.0.0.9');
    await access.signIn('guessed', visit);
    await access.remove('Ben', 'person', { by: ana, from: null });
    const events = await access.eventsAfter(0, 100);
    const shown = events.map(({ kind, by, about, from, detail }) => [
      kind,
      by,
      about,
      from,
      detail,
    ]);
    expect(shown).toEqual([
      ['account-added', null, ana, null, 'editor'],
      ['account-added', ana, ben, '10.0.0.1', 'entry'],
      ['role-changed', null, ben, null, 'editor'],
      ['password-set', null, ben, null, null],
      ['sign-in-refused', null, ben, '10.0.0.9', 'password'],
      ['sign-in-refused', null, null, '10.0.0.9', 'password'],
      ['signed-in', ben, ben, '10.0.0.9', 'password'],
      ['sign-in-refused', null, ben, '10.0.0.9', 'too-many'],
      ['signed-out', ben, ben, '10.0.0.9', null],
      ['sign-in-refused', null, null, '10.0.0.9', 'link'],
      ['account-removed', ana, ben, null, null],
    ]);
    const text = JSON.stringify(events);
    for (const secret of ['correct', 'wrong field', 'guessed', 'secret ']) {
      expect(text).not.toContain(secret);
    }
  });
});

describe('who listens', () => {
  it('is told at once of every right that may have gone', async () => {
    await access.addAccount('Ana', 'editor', 'person');
    const session = present(await access.signIn(await linkFor('Ben')), 'session').secret;
    let told = 0;
    const stop = access.onChange(() => {
      told += 1;
    });
    const tells = async (act: () => Promise<unknown>) => {
      const before = told;
      await act();
      return told > before;
    };
    expect(await tells(() => access.changeRole('Ana', 'person', 'entry'))).toBe(true);
    expect(await tells(() => access.setPassword('Ana', null))).toBe(true);
    expect(await tells(() => access.endSessions('Ana'))).toBe(true);
    expect(await tells(() => access.signOut(session))).toBe(true);
    expect(await tells(() => access.remove('Ana', 'person'))).toBe(true);
    expect(await tells(() => access.bySession(session))).toBe(false);
    stop();
    expect(await tells(() => access.remove('Ben', 'person'))).toBe(false);
  });
});
