import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { openTestApp, type TestApp } from '../http/open-test-app.ts';
import { TEST_ELECTION } from '../http/test-election.ts';
import { runWords } from './run-words.ts';

let night: TestApp;
let folder: string;

beforeEach(async () => {
  night = await openTestApp();
  folder = mkdtempSync(join(tmpdir(), 'fiftyline-load-'));
  vi.stubEnv('FIFTYLINE_TOKEN', night.tokens.admin);
  return async () => {
    vi.unstubAllEnvs();
    rmSync(folder, { recursive: true });
    await night.close();
  };
});

function written(text: string): string {
  const file = join(folder, 'election.jsonc');
  writeFileSync(file, text);
  return file;
}

it('loads a definition, comments and all', async () => {
  const file = written(`// tonight\n${JSON.stringify(TEST_ELECTION)}`);
  const { exitCode, out } = await runWords('load', file, '--url', night.url);
  expect(exitCode).toBe(0);
  expect(out).toBe('test-night: loaded\n');
  const again = await runWords('load', file, '--url', night.url);
  expect(again.out).toBe('test-night: is loaded already; nothing has changed\n');
  expect((await night.get('/api/v1/contests/mayor')).status).toBe(200);
});

it('prints every mistake at its place, and loads nothing', async () => {
  const contest = { ...TEST_ELECTION.contests[0], rule: { type: 'ranked' }, units: [] };
  const file = written(JSON.stringify({ ...TEST_ELECTION, contests: [contest] }, null, 1));
  const { exitCode, err } = await runWords('load', file, '--url', night.url);
  expect(exitCode).toBe(1);
  expect(err).toMatch(new RegExp(`^${file}:\\d+ contests\\[0\\]\\.rule.*: .+$`, 'm'));
  expect(err).toMatch(new RegExp(`^${file}:\\d+ contests\\[0\\]\\.units: .+$`, 'm'));
  expect((await night.get('/api/v1/contests')).json.contests).toEqual([]);
});

it('says in a line what is missing: the file, the server, the token', async () => {
  const file = written('{}');
  const nothing = await runWords('load', join(folder, 'nothing'), '--url', night.url);
  expect([nothing.exitCode, nothing.err]).toEqual([
    1,
    `${join(folder, 'nothing')} cannot be read.\n`,
  ]);
  const away = await runWords('load', file, '--url', 'http://127.0.0.1:1');
  expect(away.err).toContain('No server answers at http://127.0.0.1:1.');
  vi.stubEnv('FIFTYLINE_TOKEN', '');
  const nobody = await runWords('load', file, '--url', night.url, '--data', folder);
  expect(nobody.err).toContain('set FIFTYLINE_TOKEN');
  expect([nothing, away, nobody].map(({ err }) => err.trimEnd().split('\n').length)).toEqual([
    1, 1, 1,
  ]);
});
