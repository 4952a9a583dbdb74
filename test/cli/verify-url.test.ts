import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { fetchJournal } from '../../server/cli/fetch-journal.ts';
import { linkHash, saltedHash } from '../../server/journal/chain.ts';
import type { JournalPage } from '../../server/journal/journal-page.ts';
import { openTestApp, type TestApp } from '../http/open-test-app.ts';
import { TEST_ELECTION, testReport } from '../http/test-election.ts';
import { runWords } from './run-words.ts';

type PublicEntry = JournalPage['entries'][number];

let night: TestApp;
/** What the honest server answers: a definition, the closing, five reports, one of them held, a notice. */
let honest: JournalPage;
const servers: Server[] = [];

beforeAll(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  for (const ana of [100, 200, 300, 400, 2_000]) {
    const reports = [testReport(`r${ana}`, { votes: { ana }, status: 'partial' })];
    await night.post('/api/v1/reports', { reports }, 'entry');
  }
  const notice = { noticeId: 'n', contest: 'mayor', text: { en: 'The upload is stuck.' } };
  await night.post('/api/v1/notices', notice, 'editor');
  honest = (await night.get('/api/v1/journal')).json;
});

afterEach(() => {
  for (const server of servers.splice(0)) server.close();
});
afterAll(() => night.close());

/** A server of somebody else's. */
async function serve(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `as`: a server that listens on a port has such an address.
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** One that shows its own record, two entries at a time. */
function servePage({ head, entries }: JournalPage, pageSize = 2): Promise<string> {
  return serve((request, response) => {
    const after = Number(new URL(request.url ?? '', 'http://x').searchParams.get('after'));
    const next = entries.filter((_, at) => at >= after).slice(0, pageSize);
    sendJson(response, { head, entries: next });
  });
}

function sendJson(response: ServerResponse, value: unknown): void {
  response.setHeader('Content-Type', 'application/json');
  response.end(JSON.stringify(value));
}

const verify = (url: string, ...more: string[]) => runWords('verify', '--url', url, ...more);

/** The sentence with which it ends with 1. */
async function faultOf(url: string, ...more: string[]): Promise<string> {
  const { exitCode, err } = await verify(url, ...more);
  expect(exitCode).toBe(1);
  return err;
}

/** Chains entries anew, as somebody would who forges a record. */
function forged(entries: readonly PublicEntry[]): JournalPage {
  let head = { seq: 0, hash: '0'.repeat(64) };
  const chained = entries.map((entry, at) => {
    const next = { ...entry, seq: at + 1, prev: head.hash };
    const hash = linkHash(next, head.hash);
    head = { seq: at + 1, hash };
    return { ...next, hash };
  });
  return { head, entries: chained };
}

const at = (seq: number): PublicEntry => {
  const entry = honest.entries[seq - 1];
  if (entry === undefined) throw new Error(`no entry ${seq}`);
  return entry;
};

function withEntry(seq: number, change: Partial<PublicEntry>): JournalPage {
  const entries = honest.entries.map((entry) =>
    entry.seq === seq ? { ...entry, ...change } : entry,
  );
  return { ...honest, entries };
}

describe('an honest server', () => {
  it('has a record that holds, and it is said how many bodies are hidden', async () => {
    const { exitCode, out } = await verify(night.url);
    expect(exitCode).toBe(0);
    expect(out).toContain(`The record holds: entries 1 to ${honest.head.seq}.`);
    expect(out).toContain('1 entry is known by the hash alone');
  });

  it('has one, too, that is read in small pages', async () => {
    expect((await verify(await servePage(honest))).exitCode).toBe(0);
  });
});

describe('a record that was changed on its way is found at the entry', () => {
  it.each<[string, () => JournalPage, number, string]>([
    ['a vote', () => withEntry(4, { body: at(4).body?.replace('200', '201') ?? '' }), 4, 'body'],
    ['a time', () => withEntry(5, { nightAt: '2017-04-18T23:59:59.000Z' }), 5, 'hash'],
    ['a kind', () => withEntry(5, { kind: 'notice-posted' }), 5, 'hash'],
    ['a salt', () => withEntry(4, { bodySalt: 'f'.repeat(32) }), 4, 'body'],
    ['a hash', () => withEntry(6, { hash: 'f'.repeat(64) }), 6, 'hash'],
    [
      'a removed entry',
      () => ({ ...honest, entries: honest.entries.filter(({ seq }) => seq !== 4) }),
      4,
      'is missing',
    ],
    [
      'swapped entries',
      () => ({ ...honest, entries: [...honest.entries.slice(0, 3), at(5), at(4)] }),
      4,
      'is missing',
    ],
    [
      'an entry that is there twice',
      () => ({ ...honest, entries: [...honest.entries.slice(0, 4), at(4)] }),
      4,
      'twice',
    ],
    [
      'an added entry',
      () => {
        const seq = honest.head.seq + 1;
        return {
          head: { ...honest.head, seq },
          entries: [...honest.entries, { ...at(4), seq, prev: honest.head.hash }],
        };
      },
      9,
      'hash',
    ],
    ['a cut-off end', () => ({ ...honest, entries: honest.entries.slice(0, 5) }), 6, 'is missing'],
    [
      'a head that is another',
      () => ({ ...honest, head: { ...honest.head, hash: 'e'.repeat(64) } }),
      8,
      'head',
    ],
    [
      'a body put in for one that is hidden',
      () => withEntry(7, { body: '{"forged":true}', bodySalt: '0'.repeat(32) }),
      7,
      'body',
    ],
    [
      'a notice without its text',
      () => withEntry(8, { body: null, bodySalt: null }),
      8,
      'does not say what it is to say',
    ],
  ])('%s', async (_, change, seq, what) => {
    const fault = await faultOf(await servePage(change()));
    expect(fault).toContain(`The record does not hold: entry ${seq} `);
    expect(fault).toContain(what);
  });
});

describe('a server that forges a whole record', () => {
  let file: string;

  const remembering = async (url: string) => {
    file = join(mkdtempSync(join(tmpdir(), 'fiftyline-')), 'head');
    expect((await verify(url, '--remember', file)).exitCode).toBe(0);
    return file;
  };

  it('is believed by who never saw another, and found by who remembers the last head', async () => {
    await remembering(night.url);
    const body = at(4).body?.replace('200', '900') ?? '';
    const bodyHash = saltedHash(at(4).bodySalt ?? '', body);
    const lie = forged(withEntry(4, { body, bodyHash }).entries);
    const url = await servePage(lie);
    expect((await verify(url)).exitCode).toBe(0);
    const fault = await faultOf(url, '--remember', file);
    expect(fault).toContain(`entry ${honest.head.seq} is another one than when`);
    expect(readFileSync(file, 'utf8')).toBe(`${honest.head.seq} ${honest.head.hash}\n`);
  });

  it('is found where its record goes back between two runs', async () => {
    await remembering(night.url);
    const shorter = forged(honest.entries.slice(0, 5));
    const fault = await faultOf(await servePage(shorter), '--remember', file);
    expect(fault).toContain('entry 6 is missing: the record ends with entry 5, and had entry 8');
  });

  it('may have gone on since: then the new head is remembered', async () => {
    await remembering(await servePage(forged(honest.entries.slice(0, 5))));
    expect((await verify(night.url, '--remember', file)).exitCode).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain(honest.head.hash);
  });

  it('is not compared with a file that holds something else', async () => {
    await remembering(night.url);
    writeFileSync(file, 'entry seven');
    expect(await faultOf(night.url, '--remember', file)).toContain('remembers no verified record');
  });
});

describe('an answer that is no record', () => {
  it.each<[string, unknown]>([
    ['nothing', null],
    ['a list', []],
    ['a text', 'journal'],
    ['a page without a head', { entries: [] }],
    ['a page without entries', { head: { seq: 3, hash: '0'.repeat(64) } }],
    ['a head below zero', { head: { seq: -1, hash: '0'.repeat(64) }, entries: [] }],
    ['a head that is no number', { head: { seq: '3', hash: '0'.repeat(64) }, entries: [] }],
    ['entries that are none', { head: { seq: 1, hash: '0'.repeat(64) }, entries: [7] }],
    ['a hash that is none', { head: { seq: 1, hash: 'x' }, entries: [] }],
    ['an error', { error: { code: 'internal' } }],
  ])('is said to be none: %s', async (_, value) => {
    const url = await serve((_request, response) => sendJson(response, value));
    expect(await faultOf(url)).toContain('entry 1 cannot be read: the answer is no page');
  });

  it('is said to be none where it is a page of HTML', async () => {
    const url = await serve((_request, response) => response.end('<!doctype html><p>Sign in'));
    expect(await faultOf(url)).toContain('entry 1 cannot be read: the answer is no page');
  });

  it('ends the checking where the same page comes again and again', async () => {
    const url = await serve((_request, response) =>
      sendJson(response, { ...honest, entries: honest.entries.slice(0, 3) }),
    );
    expect(await faultOf(url)).toContain('entry 1 is there twice or out of its order');
  });

  it('ends the checking where empty pages come again and again', async () => {
    const url = await serve((_request, response) => sendJson(response, { ...honest, entries: [] }));
    expect(await faultOf(url)).toContain('entry 1 is missing');
  });

  it('is said to be cut off where the connection ends in the middle', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, { 'Content-Length': 10_000 });
      response.write('{"head":');
      setImmediate(() => response.destroy());
    });
    expect(await faultOf(url)).toContain('is cut off, too long or too slow');
  });

  it('is not waited for without end', async () => {
    const url = await serve((_request, response) => void response.write('{'));
    await expect(fetchJournal(url, 0, 50)).rejects.toThrow('too slow');
    for (const server of servers) server.closeAllConnections();
  });

  it('is an error of the server', async () => {
    const url = await serve((_request, response) => response.writeHead(500).end());
    expect(await faultOf(url)).toContain(`No journal can be read at ${url}.`);
  });
});

it('remembers a head only of a server', async () => {
  const { exitCode, err } = await runWords('verify', '--remember', 'head');
  expect(exitCode).toBe(2);
  expect(err).toContain('Write --remember with --url');
});
