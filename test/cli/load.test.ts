import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it, vi } from 'vitest';
import { openTestApp, type TestApp } from '../http/open-test-app.ts';
import { TEST_ELECTION, testReport } from '../http/test-election.ts';
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

it('says what is other than before when a changed definition is loaded', async () => {
  await night.load(TEST_ELECTION);
  const contest = { ...TEST_ELECTION.contests[0], name: 'Mayor of Hill' };
  const file = written(JSON.stringify({ ...TEST_ELECTION, contests: [contest] }));
  const { exitCode, out } = await runWords('load', file, '--url', night.url);
  expect(exitCode).toBe(0);
  expect(out).toBe(
    'test-night: loaded again\n  renamed: contest mayor, now “Mayor of Hill”, before “Mayor”\n',
  );
});

it('empties a test election with --reset, and a live one never', async () => {
  const test = written(JSON.stringify({ ...TEST_ELECTION, stage: 'test' }));
  await runWords('load', test, '--url', night.url);
  await night.post('/api/v1/reports', { reports: [testReport('1')] }, 'entry');
  const emptied = await runWords('load', test, '--reset', '--url', night.url);
  expect([emptied.exitCode, emptied.out]).toEqual([0, 'test-night: emptied, and loaded anew\n']);
  expect((await night.get('/api/v1/contests/mayor')).json.counted).toBe(0);
  const live = written(JSON.stringify(TEST_ELECTION, null, 1));
  expect((await runWords('load', live, '--url', night.url)).out).toContain('emptied');
  await night.post('/api/v1/reports', { reports: [testReport('1')] }, 'entry');
  const refused = await runWords('load', live, '--reset', '--url', night.url);
  expect([refused.exitCode, refused.out]).toEqual([1, '']);
  expect(refused.err).toContain('a live election is never emptied');
});

it('says at which line a contest has the id of another election’s', async () => {
  await night.load(TEST_ELECTION);
  const [mayor] = TEST_ELECTION.contests;
  const contests = [{ ...mayor, id: 'sheriff' }, mayor];
  const file = written(JSON.stringify({ ...TEST_ELECTION, id: 'other', contests }, null, 1));
  const { exitCode, err } = await runWords('load', file, '--url', night.url);
  expect(exitCode).toBe(1);
  const [first, second] = err.split('\n');
  const [, line = '', said] = /^.*:(\d+) contests\[1\]\.id: (.*)$/.exec(first ?? '') ?? [];
  expect(said).toBe('test-night has a contest mayor already: a server has each id once');
  expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).toContain('"id": "mayor"');
  expect(second).toBe('Nothing was loaded.');
  expect((await night.get('/api/v1/contests')).json.contests).toHaveLength(1);
});

it.each(['board', 'rotate', 'ticker'])('keeps the name of a page for it: %s', async (id) => {
  const contests = [{ ...TEST_ELECTION.contests[0], id }];
  const file = written(JSON.stringify({ ...TEST_ELECTION, contests }, null, 1));
  const { exitCode, err } = await runWords('load', file, '--url', night.url);
  expect(exitCode).toBe(1);
  expect(err).toContain(`contests[0].id: "${id}" is the name of a page`);
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
