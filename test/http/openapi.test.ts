import { Router } from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type HttpOptions, httpApp } from '../../server/http/http-app.ts';
import { type ApiDescription, readDescription } from './api-description.ts';
import { NIGHT_MS, openTestApp, type TestApp } from './open-test-app.ts';
import { openRaw } from './raw-http.ts';
import { routesOf } from './routes.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

type Who = NonNullable<Parameters<TestApp['post']>[2]>;

let night: TestApp;
let api: ApiDescription;
const seen = new Set<string>();

beforeAll(async () => {
  night = await openTestApp();
  api = readDescription((await night.get('/api/openapi.json')).json);
});
afterAll(() => night.close());

interface Asked {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came and says what it should be.
  readonly json: any;
}

function note(operation: string, answer: Asked): Asked {
  api.check(operation, answer);
  seen.add(`${operation} ${answer.status}`);
  return answer;
}

async function get(path: string, who?: Who, operation = path): Promise<Asked> {
  return note(`GET ${operation.replace(/\?.*/, '')}`, await night.get(path, who));
}

/** @param id what stands in for `{id}` */
async function post(path: string, body: unknown, who: Who, id = ''): Promise<Asked> {
  const sent = await night.post(path.replace('{id}', encodeURIComponent(id)), body, who);
  return note(`POST ${path.replace(/\?.*/, '')}`, sent);
}

const V1 = '/api/v1';
const CONTEST = [
  `${V1}/contests/{id}`,
  `${V1}/contests/{id}/definition`,
  `${V1}/contests/{id}/units`,
  `${V1}/contests/{id}/history`,
];
const LISTS = [`${V1}/elections`, `${V1}/contests`, `${V1}/journal`, '/api/openapi.json'];
const OTHERS = [`${V1}/session`, `${V1}/holds`, `${V1}/audit`, '/healthz', '/readyz'];

/** All that can be read, as it is at this moment. */
async function readAll(): Promise<void> {
  for (const { tally } of night.app.follower.board.contests.values()) api.checkPart('Tally', tally);
  for (const path of [...LISTS, ...OTHERS]) await get(path, 'editor');
  await get(`${V1}/people`, 'admin');
  for (const path of CONTEST) await get(path.replace('{id}', 'mayor'), undefined, path);
  for (const query of ['?lang=es', `?seq=${night.app.follower.board.seq}`])
    await get(`${V1}/contests/mayor${query}`, undefined, CONTEST[0]);
}

async function send(reports: readonly object[], who: Who = 'entry') {
  const { json } = await post(`${V1}/reports`, { reports }, who);
  return json.outcomes.map(({ outcome }: { outcome: string }) => outcome);
}

it('describes every route there is, and no other', () => {
  // `as`: nothing of it is used before a request comes.
  const options = {
    pages: Router(),
    processMetrics: null,
    publicUrl: null,
    reads: {},
    clock: {},
  } as unknown as HttpOptions;
  const pages = ['GET /sign-in', 'POST /sign-in', 'GET /sign-in.css', 'POST /sign-out'];
  const served = routesOf(httpApp(options)).filter((route) => !pages.includes(route));
  expect(served.toSorted()).toEqual(api.operations.toSorted());
});

it('answers a whole night as it is described', async () => {
  night.setClock(NIGHT_MS - 60_000);
  const labelled = { ...TEST_ELECTION, stage: 'test', labels: ['rehearsal'] };
  await post(`${V1}/elections`, labelled, 'admin');
  expect(await send([testReport('early', { votes: { ana: 1 } })])).toEqual(['accepted']);
  await readAll();
  night.setClock(NIGHT_MS);
  await post(`${V1}/contests/{id}/confirm-closing`, undefined, 'editor', 'mayor');

  const held = testReport('held', {
    unit: 'north/2',
    votes: { ana: 5_000, constructor: 9, 'write-in': 0 },
  });
  const second = testReport('south', { unit: 'south/1', votes: { ana: 40 }, status: 'partial' });
  const reports = [testReport('north', { reason: 'more' }), second, second, held, { reportId: 7 }];
  expect(await send(reports)).toEqual(['accepted', 'accepted', 'duplicate', 'held', 'refused']);
  await readAll();

  const [hold] = (await get(`${V1}/holds`, 'editor')).json.holds;
  await post(`${V1}/holds/{id}/reject`, { reason: 'a digit too many' }, 'editor', hold.holdId);
  await post(`${V1}/holds/{id}/release`, undefined, 'second', hold.holdId);
  const lowered = testReport('lower', { votes: { ana: 299 }, reason: 'typing error' });
  expect(await send([lowered])).toEqual(['held']);
  const [drop] = (await get(`${V1}/holds`, 'editor')).json.holds;
  await post(`${V1}/holds/{id}/release`, undefined, 'editor', drop.holdId);
  await post(`${V1}/holds/{id}/reject`, { reason: 'late' }, 'editor', drop.holdId);
  expect(
    await send([testReport('lower-still', { votes: { ana: 280 }, reason: 'recount' })]),
  ).toEqual(['held']);
  await readAll();

  const call = { contest: 'mayor', type: 'too-early', source: 'AP' };
  await post(`${V1}/calls`, { ...call, callId: 'c1' }, 'editor');
  await post(`${V1}/calls`, { ...call, callId: 'c1', source: 'CNN' }, 'editor');
  const { seq } = (await get(`${V1}/contests/mayor`, undefined, CONTEST[0])).json;
  await post(`${V1}/calls/{id}/confirm`, { seq }, 'editor', 'c1');
  await post(`${V1}/calls/{id}/confirm`, { seq }, 'second', 'c1');
  await readAll();
  const retract = { contest: 'mayor', type: 'retract', retracts: 'c1', reason: 'a slip' };
  await post(`${V1}/calls`, { ...retract, callId: 'r1' }, 'editor');
  await readAll();
  await post(`${V1}/calls/{id}/reinstate`, { reason: 'it holds' }, 'editor', 'r1');
  await post(`${V1}/calls/{id}/reinstate`, { reason: 'it holds' }, 'second', 'r1');
  await post(`${V1}/calls`, { ...retract, callId: 'r2' }, 'editor');
  await post(`${V1}/calls/{id}/confirm`, undefined, 'second', 'r2');

  const notice = { contest: 'mayor', text: { en: 'South is late', es: 'El sur tarda' } };
  await post(`${V1}/notices`, { ...notice, noticeId: 'n1' }, 'editor');
  await post(`${V1}/notices`, { ...notice, noticeId: 'n1', text: 'other' }, 'editor');
  await readAll();
  await post(`${V1}/notices/{id}/end`, undefined, 'editor', 'n1');
  await post(`${V1}/contests/{id}/lock`, { lockId: 'l1', reason: 'recount' }, 'editor', 'mayor');
  await post(
    `${V1}/contests/{id}/lock`,
    { lockId: 'l1', locked: false, reason: 'x' },
    'editor',
    'mayor',
  );
  expect(await send([{ ...second, reportId: 'locked', votes: { ana: 50 } }])).toEqual(['held']);
  await readAll();

  const turnout = { units: { 'south/1': { turnout: { 'election-day': 50 }, expected: null } } };
  const certified = { certified: { at: '2017-04-25T12:00:00-04:00', source: 'the county' } };
  for (const [amendId, changes, reason] of [
    ['a1', turnout, 'poll book'],
    ['a1', turnout, 'another reason'],
    ['a2', certified, 'canvass'],
  ] as const)
    await post(`${V1}/contests/{id}/amend`, { amendId, changes, reason }, 'editor', 'mayor');
  await post(`${V1}/amendments/{id}/confirm`, undefined, 'editor', 'a2');
  await post(`${V1}/amendments/{id}/confirm`, undefined, 'second', 'a2');
  const clock = { nightAt: '2017-04-25T12:00:00-04:00', rate: 0 };
  await post(`${V1}/elections/{id}/clock`, clock, 'admin', 'test-night');
  await readAll();
  await post(`${V1}/elections`, { ...TEST_ELECTION, id: 'other-night' }, 'admin');
  await post(`${V1}/elections?reset=1`, labelled, 'admin');
  await readAll();
});

it('answers who may come in as it is described', async () => {
  const ana = { name: 'Ana', kind: 'person', role: 'entry' };
  const { person } = (await post(`${V1}/people`, ana, 'admin')).json;
  await post(`${V1}/people`, ana, 'admin');
  await post(`${V1}/people`, { ...ana, name: 'feed', kind: 'machine' }, 'admin');
  await readAll();
  await post(`${V1}/people/{id}/role`, { role: 'editor' }, 'admin', person.id);
  for (const what of ['renew', 'sign-out', 'remove'])
    await post(`${V1}/people/{id}/${what}`, undefined, 'admin', person.id);
  const self = (await get(`${V1}/people`, 'admin')).json.people.find(
    ({ name }: { name: string }) => name === 'admin',
  );
  await post(`${V1}/people/{id}/role`, { role: 'entry' }, 'admin', self.id);
  await post(`${V1}/people/{id}/remove`, undefined, 'admin', self.id);
});

it('answers what cannot be done as it is described', async () => {
  const nothing = 'nothing';
  for (const path of CONTEST) await get(path.replace('{id}', nothing), undefined, path);
  const bodies: Readonly<Record<string, object | undefined>> = {
    '/calls': { callId: 'x', contest: nothing, type: 'too-early' },
    '/calls/{id}/confirm': { seq: 1 },
    '/calls/{id}/reinstate': { reason: 'x' },
    '/notices': { noticeId: 'x', contest: nothing, text: 'x' },
    '/notices/{id}/end': undefined,
    '/contests/{id}/lock': { lockId: 'x', reason: 'x' },
    '/contests/{id}/amend': { amendId: 'x', changes: {}, reason: 'x' },
    '/contests/{id}/confirm-closing': undefined,
    '/amendments/{id}/confirm': undefined,
    '/holds/{id}/release': undefined,
    '/holds/{id}/reject': { reason: 'x' },
    '/elections/{id}/clock': { nightAt: '2017-04-18T19:00:00-04:00', rate: 1 },
    '/people/{id}/role': { role: 'entry' },
    '/people/{id}/renew': undefined,
    '/people/{id}/sign-out': undefined,
    '/people/{id}/remove': undefined,
  };
  for (const [path, body] of Object.entries(bodies)) {
    const { status } = await post(V1 + path, body, 'admin', nothing);
    expect(status, path).toBe(404);
  }
});

it('answers who may not, and what cannot be read, as it is described', async () => {
  const session = await sessionOf(await night.newPerson('Eve', 'admin'));
  for (const operation of api.operations) {
    const [method = '', template = ''] = operation.split(' ');
    const path = template.replace('{id}', 'mayor');
    const odd = await night.fetch(`${path}?a=1&a=2`, { method });
    expect(note(operation, odd).status, operation).toBe(400);
    if (method === 'GET') await readOddly(operation, path, session);
    else await writeOddly(operation, path, session);
  }
});

async function readOddly(operation: string, path: string, session: string): Promise<void> {
  const states = api.states.filter((state) => state.startsWith(`${operation} `));
  const answered = (status: number) => states.includes(`${operation} ${status}`);
  if (answered(304))
    note(operation, await night.fetch(path, { headers: { 'If-None-Match': '*' } }));
  if (answered(401)) note(operation, await night.get(path));
  if (answered(403)) note(operation, await night.get(path, 'entry'));
  if (path === '/metrics') {
    note(operation, await night.fetch(path, { headers: { Cookie: session } }));
    note(operation, await night.get(path, 'entry'));
  }
}

async function writeOddly(operation: string, path: string, session: string): Promise<void> {
  const json = { 'Content-Type': 'application/json' };
  const admin = { ...json, Authorization: `Bearer ${night.tokens.admin}` };
  const send = async (status: number, headers: Record<string, string>, body: string) => {
    const answer = await night.fetch(path, { method: 'POST', headers, body });
    expect(note(operation, answer).status, operation).toBe(status);
  };
  await send(401, json, '{}');
  await send(403, { ...json, Cookie: session }, '{}');
  await send(415, { ...admin, 'Content-Type': 'application/json; charset=utf-16' }, '{}');
  await send(422, admin, '1');
  const raw = openRaw(night.url);
  raw.write(
    `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 99999999\r\nAuthorization: ${admin.Authorization}\r\n\r\n`,
  );
  const large = await raw.answer();
  raw.close();
  note(operation, { status: large?.status ?? 0, json: JSON.parse(large?.body ?? 'null') });
}

async function sessionOf(code: string): Promise<string> {
  const { headers } = await night.fetch('/sign-in', {
    method: 'POST',
    headers: { Origin: night.url, 'Sec-Fetch-Site': 'same-origin' },
    body: new URLSearchParams({ code }),
  });
  return headers.get('Set-Cookie')?.split(';')[0] ?? '';
}

it('says that it is not ready while it stops', async () => {
  const stopping = await openTestApp();
  const raw = openRaw(stopping.url);
  raw.write('GET /readyz HTTP/1.1\r\n');
  await stopping.get('/healthz');
  const closed = stopping.close();
  raw.write('Host: x\r\nConnection: close\r\n\r\n');
  const answer = await raw.answer();
  note('GET /readyz', { status: answer?.status ?? 0, json: JSON.parse(answer?.body ?? 'null') });
  await closed;
});

it('has been seen in every state that it describes', () => {
  expect(api.states.filter((state) => !seen.has(state))).toEqual([]);
});
