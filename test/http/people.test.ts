import { beforeEach, describe, expect, it } from 'vitest';
import { present } from '../../shared/basics/assert.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';

let night: TestApp;

beforeEach(async () => {
  night = await openTestApp();
  return () => night.close();
});

const OURS = { 'Sec-Fetch-Site': 'same-origin' };
const add = (name: string, role = 'editor', kind = 'person') =>
  night.post('/api/v1/people', { name, kind, role }, 'admin');
const act = (id: string, what: string, body: object = {}) =>
  night.post(`/api/v1/people/${id}/${what}`, body, 'admin');
const people = async () => (await night.get('/api/v1/people', 'admin')).json.people;

/** Opens a link that was answered; the session's cookie. */
async function signIn(path: string): Promise<string> {
  const body = new URLSearchParams(path.split('?')[1]);
  const { headers } = await night.fetch('/sign-in', { method: 'POST', headers: OURS, body });
  return present(headers.get('Set-Cookie')?.split(';')[0], 'cookie');
}

async function roleOf(headers: Record<string, string>): Promise<string | undefined> {
  return (await night.fetch('/api/v1/session', { headers })).json.account?.role;
}

describe('an admin', () => {
  it('adds a person, whose link signs them in', async () => {
    const { status, json } = await add('Ana');
    expect([status, json]).toEqual([
      200,
      {
        person: expect.objectContaining({ name: 'Ana', kind: 'person', role: 'editor' }),
        signIn: expect.stringMatching(/^\/sign-in\?code=/),
        token: null,
      },
    ]);
    expect(await roleOf({ Cookie: await signIn(json.signIn) })).toBe('editor');
  });

  it('adds a machine, whose token lets it in', async () => {
    const { json } = await add('feed', 'entry', 'machine');
    expect(json.signIn).toBeNull();
    expect(await roleOf({ Authorization: `Bearer ${json.token}` })).toBe('entry');
  });

  it('sees everyone who may come in, and nothing that would let one in', async () => {
    const { json } = await add('Ana');
    await night.access.setPassword('Ana', 'correct horse battery');
    await add('Ben');
    await act((await add('Cy')).json.person.id, 'remove');
    const list = await people();
    expect(list.filter(({ kind }: { kind: string }) => kind === 'person')).toEqual([
      { ...json.person, password: true },
      expect.objectContaining({ name: 'Ben', password: false }),
    ]);
    expect(list.map(({ name }: { name: string }) => name)).toContain('editor');
  });

  it('changes a role, which holds at once', async () => {
    const { json } = await add('Ana');
    const cookie = await signIn(json.signIn);
    const changed = await act(json.person.id, 'role', { role: 'entry' });
    expect(changed.json).toEqual({
      person: { ...json.person, role: 'entry' },
      signIn: null,
      token: null,
    });
    expect(await roleOf({ Cookie: cookie })).toBe('entry');
  });

  it('gives a new link or token in place of the one before', async () => {
    const ana = (await add('Ana')).json;
    const renewed = (await act(ana.person.id, 'renew')).json;
    await expect(signIn(ana.signIn)).rejects.toThrow('cookie');
    expect(await roleOf({ Cookie: await signIn(renewed.signIn) })).toBe('editor');
    const feed = (await add('feed', 'entry', 'machine')).json;
    const other = (await act(feed.person.id, 'renew')).json;
    expect(await roleOf({ Authorization: `Bearer ${feed.token}` })).toBeUndefined();
    expect(await roleOf({ Authorization: `Bearer ${other.token}` })).toBe('entry');
  });

  it('signs somebody out everywhere, and removes them', async () => {
    const { json } = await add('Ana');
    const first = await signIn(json.signIn);
    expect((await act(json.person.id, 'sign-out')).status).toBe(200);
    expect(await roleOf({ Cookie: first })).toBeUndefined();
    const second = await signIn((await act(json.person.id, 'renew')).json.signIn);
    expect((await act(json.person.id, 'remove')).status).toBe(200);
    expect(await roleOf({ Cookie: second })).toBeUndefined();
    expect((await act(json.person.id, 'remove')).json.error.code).toBe('unknown-account');
  });

  it('does not demote or remove themselves, so that one is always left', async () => {
    const self = (await people()).find(({ name }: { name: string }) => name === 'admin');
    for (const [what, body] of [
      ['role', { role: 'entry' }],
      ['remove', {}],
    ] as const) {
      const { status, json } = await act(self.id, what, body);
      expect([status, json.error.code]).toEqual([409, 'same-person']);
    }
    expect(await people()).toContainEqual(self);
  });

  it.each([
    [{ name: 'editor', kind: 'machine', role: 'entry' }, 409, 'name-taken', 'name'],
    [{ name: ' Ana', kind: 'person', role: 'entry' }, 422, 'invalid', 'name'],
    [{ name: '', kind: 'person', role: 'entry' }, 422, 'invalid', 'name'],
    [{ name: 'local', kind: 'machine', role: 'entry' }, 409, 'name-taken', 'name'],
    [{ name: 'Ana', kind: 'person', role: 'owner' }, 422, 'invalid', 'role'],
    [{ name: 'Ana', kind: 'robot', role: 'entry' }, 422, 'invalid', 'kind'],
    [{ name: 'Ana' }, 422, 'invalid', 'kind'],
    [{ name: 'Ana', kind: 'person', role: 'entry', id: 'mine' }, 422, 'invalid', 'id'],
    [[], 422, 'invalid', ''],
  ])('is told what is wrong with %j', async (body, status, code, path) => {
    const before = await people();
    const answer = await night.post('/api/v1/people', body, 'admin');
    expect([answer.status, answer.json.error.code, answer.json.error.path]).toEqual([
      status,
      code,
      path,
    ]);
    expect(await people()).toEqual(before);
  });

  it('is on record with what they did, from where', async () => {
    const { json } = await add('Ana');
    await act(json.person.id, 'role', { role: 'admin' });
    await act(json.person.id, 'remove');
    const { records } = (await night.get('/api/v1/audit?person=Ana', 'editor')).json;
    expect(records).toMatchObject(
      [
        ['account-added', 'editor'],
        ['link-made', null],
        ['role-changed', 'admin'],
        ['account-removed', null],
      ].map(([what, note]) => ({ what, note, by: { name: 'admin' }, from: '127.0.0.1' })),
    );
  });
});
