import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { keepAddress } from '../../server/cli/server-address.ts';
import { openSystemAccess } from '../../server/main.ts';
import { runWords } from './run-words.ts';

let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'fiftyline-cli-'));
  return () => rmSync(data, { recursive: true });
});

afterEach(() => vi.unstubAllEnvs());

const on = (...words: string[]) => runWords(...words, '--data', data);

it('prints a sign-in link for a new person, which signs them in once, with no server running', async () => {
  const { exitCode, out } = await on('user', 'add', 'Ana', '--role', 'editor');
  expect(exitCode).toBe(0);
  const link = new URL(out.trim());
  expect(link.href).toMatch(/^http:\/\/localhost:5050\/sign-in\?code=[\w-]{43}$/);
  const access = openSystemAccess(data);
  const session = await access.signIn(link.searchParams.get('code') ?? '');
  expect(session?.account).toMatchObject({ name: 'Ana', role: 'editor', kind: 'person' });
  await access.close();
});

it('prints a token for a new machine, which lets it in', async () => {
  const { out } = await on('token', 'add', 'feed', '--role', 'entry');
  const access = openSystemAccess(data);
  expect(await access.byToken(out.trim())).toMatchObject({ name: 'feed', role: 'entry' });
  await access.close();
});

it('lists people and machines apart, without those removed', async () => {
  await on('user', 'add', 'Ana', '--role', 'editor');
  await on('user', 'add', 'Ben', '--role', 'entry');
  await on('token', 'add', 'feed', '--role', 'entry');
  expect((await on('user', 'list')).out).toBe('editor\tAna\nentry\tBen\n');
  expect((await on('token', 'list')).out).toBe('entry\tfeed\n');
  expect((await on('user', 'remove', 'Ana')).exitCode).toBe(0);
  expect((await on('user', 'list')).out).toBe('entry\tBen\n');
});

it('gives a person who is there already another link', async () => {
  const first = (await on('user', 'add', 'Ana', '--role', 'editor')).out;
  const second = await on('user', 'link', 'Ana');
  expect(second.exitCode).toBe(0);
  expect(second.out).not.toBe(first);
});

it('changes a role', async () => {
  await on('user', 'add', 'Ana', '--role', 'editor');
  const changed = await on('user', 'role', 'Ana', '--role', 'admin');
  expect([changed.exitCode, changed.out]).toEqual([0, 'Ana: admin\n']);
  await on('token', 'add', 'feed', '--role', 'entry');
  expect((await on('token', 'role', 'feed', '--role', 'editor')).out).toBe('feed: editor\n');
  expect((await on('user', 'list')).out).toBe('admin\tAna\n');
  expect((await on('token', 'list')).out).toBe('editor\tfeed\n');
});

it('gives a machine another token, which ends the one before', async () => {
  const first = (await on('token', 'add', 'feed', '--role', 'entry')).out.trim();
  const second = (await on('token', 'renew', 'feed')).out.trim();
  const access = openSystemAccess(data);
  expect(await access.byToken(first)).toBeNull();
  expect(await access.byToken(second)).toMatchObject({ name: 'feed', role: 'entry' });
  await access.close();
});

it('prints links that lead to where everyone finds the server', async () => {
  vi.stubEnv('FIFTYLINE_PUBLIC_URL', 'https://results.example.org');
  expect((await on('user', 'add', 'Ana', '--role', 'entry')).out).toMatch(
    /^https:\/\/results\.example\.org\/sign-in\?code=/,
  );
  vi.unstubAllEnvs();
  keepAddress(data, 'http://localhost:6001');
  expect((await on('user', 'link', 'Ana')).out).toMatch(/^http:\/\/localhost:6001\/sign-in/);
  expect((await on('user', 'link', 'Ana', '--url', 'http://wall:6000')).out).toMatch(
    /^http:\/\/wall:6000\/sign-in\?code=/,
  );
});

describe('a password', () => {
  /** Given as one would in a pipe: `echo … | npx fiftyline user password Ana`. */
  async function piped(text: string, ...words: string[]) {
    const stdin = vi.spyOn(process, 'stdin', 'get');
    // `as`: all that is read of standard input is its lines.
    stdin.mockReturnValue(Readable.from([text]) as unknown as typeof process.stdin);
    try {
      return await on(...words);
    } finally {
      stdin.mockRestore();
    }
  }
  const signIn = async (password: string) => {
    const access = openSystemAccess(data);
    const visit = { from: null, instead: null };
    const signedIn = await access.signInByPassword('Ana', password, visit);
    await access.close();
    return signedIn;
  };
  beforeEach(async () => void (await on('user', 'add', 'Ana', '--role', 'editor')));

  it('is set by what is piped in, listed as being there, and taken away', async () => {
    const set = await piped('correct horse battery\nmore\n', 'user', 'password', 'Ana');
    expect([set.exitCode, set.err]).toEqual([0, '']);
    expect(set.out).toBe('Ana: the password is set, and all their sessions have ended\n');
    expect((await on('user', 'list')).out).toBe('editor\tAna\tpassword\n');
    expect(await signIn('correct horse battery')).toMatchObject({ account: { name: 'Ana' } });
    expect((await on('user', 'password', 'Ana', '--remove')).exitCode).toBe(0);
    expect((await on('user', 'list')).out).toBe('editor\tAna\n');
    expect(await signIn('correct horse battery')).toBe('wrong');
  });

  it.each([
    ['short\n', 'A password has 12 to 200 characters: a few words are best.\n'],
    ['', 'There is no password: pipe one in, or run this in a terminal.\n'],
  ])('is not set by %j, which it says in a line', async (text, said) => {
    const refused = await piped(text, 'user', 'password', 'Ana');
    expect([refused.exitCode, refused.err]).toEqual([1, said]);
    expect((await on('user', 'list')).out).toBe('editor\tAna\n');
  });
});

it.each([
  [['user', 'list']],
  [['user', 'remove', 'Ana']],
  [['user', 'link', 'Ana']],
  [['user', 'password', 'Ana']],
  [['token', 'renew', 'feed']],
])('%j makes no folder where one was mistyped', async (words) => {
  const nowhere = join(data, 'mistyped');
  const { exitCode, err } = await runWords(...words, '--data', nowhere);
  expect([exitCode, existsSync(nowhere)]).toEqual([1, false]);
  expect(err).toBe(`There is no folder ${nowhere}. Say with --data which one the server keeps.\n`);
});

it('says so in a line where a name is taken or unknown', async () => {
  await on('user', 'add', 'Ana', '--role', 'editor');
  const taken = await on('user', 'add', 'Ana', '--role', 'editor');
  expect([taken.exitCode, taken.err]).toEqual([1, 'There is already a “Ana”.\n']);
  const own = await on('token', 'add', 'local', '--role', 'entry');
  expect([own.exitCode, own.err]).toEqual([1, '“local” is a machine of the server’s own.\n']);
  const nobody = await on('user', 'password', 'Bea');
  expect([nobody.exitCode, nobody.err]).toEqual([1, 'There is no person “Bea”.\n']);
  const unknown = await on('token', 'remove', 'Ana');
  expect([unknown.exitCode, unknown.err]).toEqual([1, 'There is no machine “Ana”.\n']);
});
