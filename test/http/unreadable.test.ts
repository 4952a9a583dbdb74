import { once } from 'node:events';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { httpServer, type ServerLimits } from '../../server/http/http-server.ts';
import { openTestApp, type TestApp } from './open-test-app.ts';
import { openRaw, type RawAnswer, type RawConnection } from './raw-http.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

let night: TestApp;
const open: RawConnection[] = [];

beforeAll(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
});
afterEach(() => {
  for (const connection of open.splice(0)) connection.close();
});
afterAll(() => night.close());

function raw(url = night.url): RawConnection {
  const connection = openRaw(url);
  open.push(connection);
  return connection;
}

function asked(text: string | Buffer): Promise<RawAnswer | null> {
  const connection = raw();
  connection.write(text);
  return connection.answer();
}

function post(path: string, headers: readonly string[], body = ''): string {
  const all = ['Host: x', `Authorization: Bearer ${night.tokens.admin}`, ...headers];
  return `POST ${path} HTTP/1.1\r\n${all.join('\r\n')}\r\n\r\n${body}`;
}

function codeOf(answer: RawAnswer | null): [number, string] {
  const { error } = JSON.parse(answer?.body ?? '{}');
  expect(error).toEqual({
    code: expect.any(String),
    message: expect.any(String),
    path: expect.any(String),
  });
  return [answer?.status ?? 0, error.code];
}

const JSON_TYPE = 'Content-Type: application/json';

describe('what cannot be read as a request has the one shape of every error', () => {
  it.each([
    ['bytes that are no HTTP', '\0\x01garbage\r\n\r\n', 400, 'bad-request'],
    ['another version of HTTP', 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n', 400, 'bad-request'],
    ['a method nobody knows', 'BREW /pot HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'bad-request'],
    ['an address without a slash', 'GET ?x HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'bad-request'],
    ['a NUL in the address', 'GET /\0 HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'bad-request'],
    ['no host', 'GET /healthz HTTP/1.1\r\n\r\n', 400, 'bad-request'],
    ['two hosts', 'GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n', 400, 'bad-request'],
    ['a broken absolute address', 'GET http://[/ HTTP/1.1\r\nHost: x\r\n\r\n', 400, 'bad-request'],
    [
      'an address too long',
      `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      431,
      'too-large',
    ],
    [
      'a header too long',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'a'.repeat(20_000)}\r\n\r\n`,
      431,
      'too-large',
    ],
    ['a folded header', 'GET / HTTP/1.1\r\nHost: x\r\nA: b\r\n c\r\n\r\n', 400, 'bad-request'],
    [
      'an unknown expectation',
      'GET / HTTP/1.1\r\nHost: x\r\nExpect: tea\r\n\r\n',
      417,
      'bad-request',
    ],
  ])('%s', async (_name, text, status, code) => {
    expect(codeOf(await asked(text))).toEqual([status, code]);
  });

  it.each([
    ['two lengths', ['Content-Length: 2', 'Content-Length: 3']],
    ['a length and pieces', ['Content-Length: 2', 'Transfer-Encoding: chunked']],
    ['a length below zero', ['Content-Length: -2']],
    ['a length of letters', ['Content-Length: 0x2']],
  ])('%s', async (_name, headers) => {
    const text = post('/api/v1/reports', [JSON_TYPE, ...headers], '{}');
    expect(codeOf(await asked(text))).toEqual([400, 'bad-request']);
  });
});

describe('an address in another form', () => {
  it('is answered where it names another host, as a proxy sends it', async () => {
    const answer = await asked('GET http://other/api/v1/elections HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(answer?.status).toBe(200);
  });

  it('leads to no file outside the pages', async () => {
    for (const path of ['/../../etc/passwd', '/%2e%2e/%2e%2e/etc/passwd', '/assets/..%2f..%2fx'])
      expect((await asked(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`))?.status).toBe(404);
  });

  it.each([
    ['a name that is there twice', '/api/v1/journal?after=1&after=2', 'after'],
    ['words in a language there is not', '/api/v1/contests/mayor?lang=de', 'lang'],
  ])('refuses %s', async (_name, path, at) => {
    const { status, json } = await night.get(path);
    expect([status, json.error.code, json.error.path]).toEqual([400, 'invalid', at]);
  });

  it('refuses a reset that is neither wanted nor not', async () => {
    const { status, json } = await night.post('/api/v1/elections?reset=no', {}, 'admin');
    expect([status, json.error.path]).toEqual([400, 'reset']);
  });
});

it('answers requests that come in one piece, each in its turn', async () => {
  const connection = raw();
  connection.write('GET /healthz HTTP/1.1\r\nHost: x\r\n\r\nGET /x HTTP/1.1\r\nHost: x\r\n\r\n');
  connection.write(post('/api/v1/reports', [JSON_TYPE, 'Content-Length: 2'], '{}'));
  const answers = [
    await connection.answer(),
    await connection.answer(),
    await connection.answer(),
  ].map((answer) => answer?.status);
  expect(answers).toEqual([200, 404, 422]);
});

describe('another protocol', () => {
  const upgrade = (method: string, protocol: string) =>
    `${method} /api/v1/elections HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: ${protocol}\r\n\r\n`;

  it('that is not spoken is answered as HTTP', async () => {
    for (const protocol of ['h2c', 'websocket', 'x'])
      expect((await asked(upgrade('GET', protocol)))?.status).toBe(200);
  });

  it('cannot be asked for with what is to be written', async () => {
    expect(codeOf(await asked(upgrade('POST', 'h2c')))).toEqual([400, 'bad-request']);
  });
});

describe('a body', () => {
  it('that is declared too long is refused before it comes', async () => {
    const headers = [JSON_TYPE, 'Content-Length: 99999999999'];
    expect(codeOf(await asked(post('/api/v1/reports', headers, '{')))).toEqual([413, 'too-large']);
  });

  it('without an end is refused as soon as it is too long', async () => {
    const connection = raw();
    connection.write(post('/api/v1/notices', [JSON_TYPE, 'Transfer-Encoding: chunked']));
    const piece = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    for (let sent = 0; sent <= 1024 * 1024; sent += 0x10000) connection.write(piece);
    expect(codeOf(await connection.answer())).toEqual([413, 'too-large']);
  });

  it('that is packed to burst is refused', async () => {
    const bomb = gzipSync(Buffer.alloc(50 * 1024 * 1024, ' '));
    const headers = [JSON_TYPE, 'Content-Encoding: gzip', `Content-Length: ${bomb.length}`];
    const connection = raw();
    connection.write(post('/api/v1/notices', headers));
    connection.write(bomb);
    expect(codeOf(await connection.answer())).toEqual([413, 'too-large']);
  });

  it.each([
    ['bytes that are no UTF-8', '{"reports":["\xff\xfe"]}', JSON_TYPE, 400, 'bad-json'],
    ['half a character', '{"reports":["\xc3"]}', JSON_TYPE, 400, 'bad-json'],
    ['another encoding', '{}', `${JSON_TYPE}; charset=utf-16`, 415, 'unsupported-type'],
    ['an encoding nobody knows', '{}', `${JSON_TYPE}; charset=x`, 415, 'unsupported-type'],
  ])('of %s is refused', async (_name, body, type, status, code) => {
    const headers = [type, `Content-Length: ${body.length}`];
    for (const path of ['/api/v1/reports', '/api/v1/elections'])
      expect(codeOf(await asked(post(path, headers, body)))).toEqual([status, code]);
  });

  it('that is no JSON is told where', async () => {
    const { json } = await night.fetch('/api/v1/reports', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${night.tokens.entry}`,
      },
      body: '{ "reports": [1, 2,, 3] }',
    });
    expect(json.error.code).toBe('bad-json');
    expect(json.error.message).toMatch(/^The body is not JSON: .*,/);
  });

  it.each([
    ['{"reports":[{"votes":{"ana":1,"ana":2}}]}', 'reports[0].votes.ana'],
    ['{"reports":[],"reports":[1]}', 'reports'],
    ['[{"a":1},{"a":1,"\\u0061":2}]', '[1].a'],
  ])('that says a thing twice is refused with its place: %s', async (body, path) => {
    const { status, json } = await night.fetch('/api/v1/reports', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${night.tokens.entry}`,
      },
      body,
    });
    expect([status, json.error.code, json.error.path]).toEqual([400, 'bad-json', path]);
  });

  it('with a byte order mark is read', async () => {
    const answer = await night.fetch('/api/v1/reports', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${night.tokens.entry}`,
      },
      body: `\uFEFF${JSON.stringify({ reports: [testReport('marked')] })}`,
    });
    expect(answer.json.outcomes[0].outcome).toBe('accepted');
  });
});

describe('who is slow', () => {
  const patient = {
    headersTimeout: 60_000,
    requestTimeout: 60_000,
    connectionsCheckingInterval: 10,
    timeout: 60_000,
  };

  async function slowServer(
    limits: Partial<ServerLimits>,
    answer: Parameters<typeof httpServer>[0] = () => {},
  ) {
    const server = httpServer(answer, { ...patient, ...limits }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    // `as`: a server that listens on a port has such an address.
    const { port } = server.address() as { port: number };
    return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
  }

  it.each([
    ['with the headers', 'GET / HTTP/1.1\r\nHost: x\r\nX: '],
    ['with the body', 'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{'],
  ])('%s is told so and let go', async (_name, begun) => {
    const server = await slowServer({ headersTimeout: 50, requestTimeout: 100 });
    const connection = raw(server.url);
    connection.write(begun);
    expect(codeOf(await connection.answer())).toEqual([408, 'too-slow']);
    await connection.ended;
    server.close();
  });

  it('in taking the answer is let go', async () => {
    let closed: Promise<unknown> = Promise.resolve();
    const server = await slowServer({ timeout: 50 }, (request, response) => {
      closed = once(request.socket, 'close');
      response.write('a');
    });
    const connection = raw(server.url);
    connection.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    await connection.ended;
    await closed;
    server.close();
  });
});
