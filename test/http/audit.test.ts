import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { openMemoryAccountStore } from '../../server/access/memory-account-store.ts';
import { type AuditPlace, auditAfter, auditBefore } from '../../server/http/audit-trail.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import { countedSalts, noticeEntry } from '../journal/make-entry.ts';
import { NIGHT_MS, openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

// biome-ignore lint/suspicious/noExplicitAny: a test reads whatever came and says what it should be.
type Records = any[];
let night: TestApp;

beforeEach(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  return () => night.close();
});

const audit = async (query = '') =>
  (await night.get(`/api/v1/audit${query}`, 'editor')).json as {
    records: Records;
    next: string;
    more: boolean;
  };
const whats = (records: Records) => records.map(({ what }) => what);

describe('the audit', () => {
  it('says who did what from where, to the election and to accounts, in the order of time', async () => {
    night.setClock(NIGHT_MS + 1_000);
    await night.post('/api/v1/reports', { reports: [testReport('1')] }, 'entry');
    night.setClock(NIGHT_MS + 2_000);
    await night.newPerson('Ana', 'editor');
    night.setClock(NIGHT_MS + 3_000);
    const lock = { lockId: 'l', reason: 'a doubt' };
    await night.post('/api/v1/contests/mayor/lock', lock, 'second');
    const { records } = await audit();
    const last = records.slice(-4);
    expect(last).toMatchObject([
      {
        at: instantOf(NIGHT_MS + 1_000),
        what: 'reports-accepted',
        by: { name: 'entry' },
        from: '127.0.0.1',
        election: 'test-night',
        contest: 'mayor',
        seq: 3,
        body: { reports: [{ reportId: '1', unit: 'north/1', count: { votes: { ana: 300 } } }] },
      },
      { what: 'account-added', by: null, from: null, about: { name: 'Ana' }, note: 'editor' },
      { what: 'link-made', about: { name: 'Ana' } },
      { what: 'locked', by: { name: 'second' }, body: { reason: 'a doubt' } },
    ]);
  });

  it('tells of sign-ins, also those that were refused, and of the removed by their names', async () => {
    const code = await night.newPerson('Ana', 'editor');
    const send = (body: Record<string, string>) =>
      night.fetch('/sign-in', {
        method: 'POST',
        headers: { 'Sec-Fetch-Site': 'same-origin', 'X-Forwarded-For': '203.0.113.7' },
        body: new URLSearchParams(body),
      });
    await send({ code });
    await send({ code: 'guessed' });
    await send({ name: 'Ana', password: 'guessed' });
    await night.removePerson('Ana');
    const { records } = await audit('?person=Ana');
    expect(whats(records)).toEqual([
      'account-added',
      'link-made',
      'signed-in',
      'sign-in-refused',
      'account-removed',
    ]);
    expect(records[2]).toMatchObject({ by: { name: 'Ana' }, from: '203.0.113.7', note: 'link' });
    const all = (await audit()).records;
    expect(all.filter(({ what }) => what === 'sign-in-refused')).toMatchObject([
      { by: null, about: null, from: '203.0.113.7', note: 'link' },
      { by: null, about: { name: 'Ana' }, note: 'password' },
    ]);
  });

  it('shows what is held and why it was rejected, which the public never reads', async () => {
    const held = testReport('h', { votes: { ana: 737, constructor: 900 } });
    const { json } = await night.post('/api/v1/reports', { reports: [held] }, 'entry');
    const path = `/api/v1/holds/${json.outcomes[0].holdId}/reject`;
    await night.post(path, { reason: 'a misread' }, 'editor');
    const { records } = await audit('?contest=mayor');
    expect(records.slice(-2)).toMatchObject([
      { what: 'report-held', body: { reports: [{ count: { votes: { ana: 737 } } }] } },
      { what: 'hold-rejected', by: { name: 'editor' }, note: 'a misread' },
    ]);
  });

  it('names a definition that was loaded rather than repeating it', async () => {
    const { records } = await audit(`?person=${encodeURIComponent('admin')}`);
    const loaded = records.find(({ what }) => what === 'election-loaded');
    expect(loaded.body).toEqual({ name: 'Test night', stage: 'live', contests: ['mayor'] });
  });

  it('is for editors: 401 for nobody, 403 for entry', async () => {
    expect((await night.get('/api/v1/audit')).status).toBe(401);
    expect((await night.get('/api/v1/audit', 'entry')).status).toBe(403);
    const { headers } = await night.get('/api/v1/audit', 'admin');
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it.each(['?after=x', '?after=1', '?after=-1.0', '?order=up', '?limit=-1', '?limit=x'])(
    'says what is wrong with %s',
    async (query) => {
      const { status, json } = await night.get(`/api/v1/audit${query}`, 'editor');
      expect([status, json.error.code]).toEqual([400, 'invalid']);
    },
  );

  it('goes on from its own end with what has happened since', async () => {
    const { next, more } = await audit();
    expect(more).toBe(false);
    expect((await audit(`?after=${next}`)).records).toEqual([]);
    await night.post('/api/v1/reports', { reports: [testReport('1')] }, 'entry');
    expect(whats((await audit(`?after=${next}`)).records)).toEqual(['reports-accepted']);
  });

  it.each(['oldest', 'newest'])(
    'gives every record once, page after page, %s first',
    async (order) => {
      for (const id of ['1', '2', '3']) {
        await night.newPerson(`Person ${id}`, 'entry');
        const report = testReport(id, { votes: { ana: 300 + Number(id) }, reason: 'a recount' });
        await night.post('/api/v1/reports', { reports: [report] }, 'editor');
      }
      const whole = (await audit(`?order=${order}&limit=500`)).records;
      const paged: Records = [];
      for (let after = '', more = true; more; ) {
        const page = await audit(`?order=${order}&limit=2${after}`);
        expect(page.records.length).toBeLessThanOrEqual(2);
        paged.push(...page.records);
        after = `&after=${page.next}`;
        more = page.more;
      }
      expect(paged).toEqual(whole);
      const ats = whole.map(({ at }) => at);
      expect(ats).toEqual(order === 'newest' ? ats.toSorted().reverse() : ats.toSorted());
      expect(new Set(whole.map((record) => JSON.stringify(record))).size).toBe(whole.length);
    },
  );
});

/** A journal and accounts to which things happened at these seconds. */
async function sourcesOf(entries: readonly number[], events: readonly number[]) {
  const journal = openMemoryJournal({ salt: countedSalts() });
  const at = (second: number) => instantOf(NIGHT_MS + second * 1_000);
  const inOrder = entries.toSorted((one, other) => one - other);
  await journal.append(inOrder.map((second, n) => ({ ...noticeEntry(n + 1), at: at(second) })));
  const access = openMemoryAccountStore();
  const nobody = { about: null, by: null, from: null, detail: null };
  for (const second of events) await access.note({ ...nobody, at: at(second), kind: 'signed-out' });
  return { journal, access, end: inOrder.length };
}

describe('the two records that the audit is made of', () => {
  const seconds = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 12 });

  it('are joined so that from any place the rest follows, whole, and backwards the same', async () => {
    await fc.assert(
      fc.asyncProperty(seconds, seconds, async (entries, events) => {
        const { end, ...sources } = await sourcesOf(entries, events.toSorted());
        const forward = await allOf(auditAfter(sources, { seq: 0, event: 0 }, end));
        expect(forward).toHaveLength(entries.length + events.length);
        for (const [index, { place }] of forward.entries()) {
          const rest = await allOf(auditAfter(sources, place, end));
          expect(rest).toEqual(forward.slice(index + 1));
        }
        const start: AuditPlace = { seq: end + 1, event: Number.MAX_SAFE_INTEGER };
        const backward = await allOf(auditBefore(sources, start));
        expect(namesOf(backward).toSorted()).toEqual(namesOf(forward).toSorted());
        for (const [index, { place }] of backward.entries())
          expect(await allOf(auditBefore(sources, place))).toEqual(backward.slice(index + 1));
      }),
      { numRuns: 60 },
    );
  });

  it('are read to their ends where there are more than fit a page of the store', async () => {
    const many = Array.from({ length: 450 }, (_, at) => at);
    const { end, ...sources } = await sourcesOf(many, many);
    expect(await allOf(auditAfter(sources, { seq: 0, event: 0 }, end))).toHaveLength(900);
    const start = { seq: end + 1, event: Number.MAX_SAFE_INTEGER };
    expect(await allOf(auditBefore(sources, start))).toHaveLength(900);
  });
});

async function allOf<Step>(steps: AsyncGenerator<Step>): Promise<Step[]> {
  const all: Step[] = [];
  for await (const step of steps) all.push(step);
  return all;
}

function namesOf(steps: Awaited<ReturnType<typeof allOf<{ record: object }>>>): string[] {
  return steps.map(({ record }) => JSON.stringify(record));
}
