import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION } from './test-election.ts';

let night: TestApp;

beforeAll(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
});
afterAll(() => night.close());

const SHAPE = {
  error: { code: expect.any(String), message: expect.any(String), path: expect.any(String) },
};

function send(path: string, body: string, headers: Record<string, string> = {}) {
  const authorization = `Bearer ${night.tokens.admin}`;
  const all = { Authorization: authorization, 'Content-Type': 'application/json', ...headers };
  return night.fetch(path, { method: 'POST', headers: all, body });
}

describe('an error', () => {
  it.each([
    ['an address where nothing is', '/api/v1/nothing', 404, 'not-found'],
    ['an API that is not there', '/api/v2/contests', 404, 'not-found'],
    ['a contest nobody knows', '/api/v1/contests/nobody', 404, 'unknown-contest'],
    [
      'a contest named like a part of every object',
      '/api/v1/contests/toString',
      404,
      'unknown-contest',
    ],
    ['a version that never was', '/api/v1/contests/mayor/definition?v=99', 404, 'unknown-version'],
    ['a version that is no number', '/api/v1/contests/mayor/definition?v=x', 400, 'invalid'],
    [
      'another history’s version',
      '/api/v1/contests/mayor/definition?v=1&epoch=x',
      404,
      'unknown-version',
    ],
    ['a page of the journal that is no number', '/api/v1/journal?after=-1', 400, 'invalid'],
    ['a past that is no number', '/api/v1/contests/mayor?seq=x', 400, 'invalid'],
    ['an address that cannot be decoded', '/api/v1/contests/%E0%A4%A', 400, 'bad-request'],
  ])('has its one shape for %s', async (_name, path, status, code) => {
    const answer = await night.get(path);
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
    expect(answer.json).toEqual(SHAPE);
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
  });

  it.each([
    ['a body that is no JSON', '{"reports":', {}, 400, 'bad-json'],
    [
      'a body that is something else',
      'reports=1',
      { 'Content-Type': 'text/plain' },
      415,
      'unsupported-type',
    ],
    ['a body in an unknown packing', '{}', { 'Content-Encoding': 'zip' }, 415, 'unsupported-type'],
    [
      'a body that says it is gzip and is not',
      '{}',
      { 'Content-Encoding': 'gzip' },
      400,
      'bad-request',
    ],
    ['a body that is only a number', '1', {}, 422, 'invalid'],
    ['no body at all', '', {}, 422, 'invalid'],
    ['a body nested beyond sense', '['.repeat(200_000), {}, 400, 'bad-json'],
  ])('has its one shape for %s', async (_name, body, headers, status, code) => {
    const answer = await send('/api/v1/reports', body, headers);
    expect([answer.status, answer.json.error.code]).toEqual([status, code]);
    expect(answer.json).toEqual(SHAPE);
  });

  it('says which methods an address has', async () => {
    const answer = await night.fetch('/api/v1/contests/mayor', { method: 'DELETE' });
    expect([answer.status, answer.json.error.code]).toEqual([405, 'method-not-allowed']);
    expect(answer.headers.get('Allow')).toBe('GET, HEAD');
    const reports = await night.get('/api/v1/reports', 'entry');
    expect([reports.status, reports.headers.get('Allow')]).toEqual([405, 'POST']);
  });

  it('tells who sends too much to send less', async () => {
    const answer = await send('/api/v1/notices', JSON.stringify({ text: 'x'.repeat(1_100_000) }));
    expect([answer.status, answer.json.error.code]).toEqual([413, 'too-large']);
  });

  it('does not read the body of who may not send it', async () => {
    const answer = await night.fetch('/api/v1/reports', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: 'no JSON',
    });
    expect(answer.status).toBe(401);
  });
});

it('answers no request of a client with 500', async () => {
  const odd = [
    'null',
    '[]',
    '{}',
    '"x"',
    '{"__proto__":{}}',
    '{"reports":[null,1,[],{"votes":null}]}',
  ];
  const paths = [
    'reports',
    'calls',
    'calls/toString/confirm',
    'calls/x/reinstate',
    'notices',
    'notices/__proto__/end',
    'contests/mayor/lock',
    'contests/constructor/amend',
    'contests/mayor/confirm-closing',
    'amendments/x/confirm',
    'elections',
    'elections/test-night/clock',
    'holds/x/release',
    'holds/x/reject',
  ];
  for (const path of paths)
    for (const body of odd) {
      const { status, text } = await send(`/api/v1/${path}`, body);
      expect(status, `${path} ${body}: ${text}`).toBeLessThan(500);
    }
});

it('lists every mistake of a definition with its line', async () => {
  const text = `{ // a night
    "id": "Bad Id", "name": "x", "date": "2017-04-18", "timeZone": "America/New_York",
    "contests": [{ "id": "c", "name": "c", "kind": "candidate", "rule": { "type": "ranked" },
      "choices": [{ "id": "a", "name": "A" }], "units": [] }] }`;
  const { status, json } = await send('/api/v1/elections', text);
  expect([status, json.error.code]).toEqual([422, 'invalid-definition']);
  const lines = json.error.mistakes.map((mistake: { line: number }) => mistake.line);
  expect(new Set(lines)).toEqual(new Set([2, 3, 4]));
});

it('survives a client that goes away in the middle of its body', async () => {
  await new Promise<void>((resolve) => {
    const going = request(`${night.url}/api/v1/reports`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': 1000,
        Authorization: `Bearer ${night.tokens.entry}`,
      },
    });
    going.on('error', () => resolve());
    going.write('{', () => going.destroy(new Error('gone')));
  });
  expect((await night.get('/healthz')).status).toBe(200);
});
