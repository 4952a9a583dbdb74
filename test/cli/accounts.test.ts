import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { openSystemAccess } from '../../server/main.ts';
import { runWords } from './run-words.ts';

let data: string;

beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'fiftyline-cli-'));
  return () => rmSync(data, { recursive: true });
});

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

it('says so in a line where a name is taken or unknown', async () => {
  await on('user', 'add', 'Ana', '--role', 'editor');
  const taken = await on('user', 'add', 'Ana', '--role', 'editor');
  expect([taken.exitCode, taken.err]).toEqual([1, 'There is already a “Ana”.\n']);
  const unknown = await on('token', 'remove', 'Ana');
  expect([unknown.exitCode, unknown.err]).toEqual([1, 'There is no machine “Ana”.\n']);
});
