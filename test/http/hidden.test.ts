import { beforeEach, describe, expect, it } from 'vitest';
import { NIGHT_MS, openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

const SECRET = 737;
let night: TestApp;

beforeEach(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  return () => night.close();
});

const READS = ['contests/mayor', 'contests/mayor/units', 'contests', 'journal', 'elections'];

/** Everything that the public can read, as one text. */
async function allThatIsPublic(): Promise<string> {
  const answers = await Promise.all(READS.map((path) => night.get(`/api/v1/${path}`)));
  return answers.map(({ text }) => text).join('\n');
}

const send = (id: string, more: object) =>
  night.post('/api/v1/reports', { reports: [testReport(id, more)] }, 'entry');

async function journalEntry(seq: number) {
  return (await night.get(`/api/v1/journal?after=${seq - 1}&limit=1`)).json.entries[0];
}

describe('a held report', () => {
  /** More ballots than the precinct has voters. */
  const held = { votes: { ana: SECRET, constructor: 900 } };
  let holdId: string;

  beforeEach(async () => {
    const { json } = await send('held', held);
    expect(json.outcomes[0]).toMatchObject({
      outcome: 'held',
      checks: [{ code: 'over-registered', message: expect.any(String) }],
    });
    holdId = json.outcomes[0].holdId;
  });

  it('is seen by nobody, but for the number of holds', async () => {
    expect(await allThatIsPublic()).not.toContain(String(SECRET));
    expect((await night.get('/api/v1/contests/mayor')).json).toMatchObject({
      counted: 0,
      holds: 1,
    });
  });

  it('is in the journal as an entry whose body nobody can read or guess', async () => {
    const entry = await journalEntry(night.journal.head().seq);
    expect(entry).toMatchObject({ kind: 'report-held', body: null, bodySalt: null });
    expect(entry.bodyHash).toMatch(/^[0-9a-f]{64}$/);
    expect(Object.keys(entry).filter((key) => /secret/i.test(key))).toEqual(['secretHash']);
  });

  it('is shown to editors with its reason, who sent it and what it would change', async () => {
    expect((await night.get('/api/v1/holds', 'editor')).json.holds).toMatchObject([
      { holdId, unit: 'north/1', by: { name: 'entry' }, checks: [{ code: 'over-registered' }] },
    ]);
  });

  it('is counted and can be read by all after its release', async () => {
    const seq = night.journal.head().seq;
    const released = await night.post(`/api/v1/holds/${holdId}/release`, {}, 'editor');
    expect(released.status).toBe(200);
    expect((await night.get('/api/v1/contests/mayor')).json).toMatchObject({
      counted: SECRET + 900,
      holds: 0,
    });
    const { body, bodySalt } = await journalEntry(seq);
    expect(JSON.parse(body).reports[0].count.votes.ana).toBe(SECRET);
    expect(bodySalt).toEqual(expect.any(String));
    expect((await night.get('/api/v1/holds', 'editor')).json.holds).toEqual([]);
  });

  it('stays hidden for good after its rejection', async () => {
    const path = `/api/v1/holds/${holdId}/reject`;
    expect((await night.post(path, {}, 'editor')).status).toBe(422);
    expect((await night.post(path, { reason: `a misread ${SECRET}` }, 'editor')).status).toBe(200);
    expect(await allThatIsPublic()).not.toContain(String(SECRET));
    expect((await night.get('/api/v1/contests/mayor')).json).toMatchObject({
      counted: 0,
      holds: 0,
    });
  });
});

it('says nothing of what came before the polls close, not even how much waits', async () => {
  const early = await openTestApp();
  early.setClock(NIGHT_MS - 3_600_000);
  await early.load(TEST_ELECTION);
  const reports = [
    testReport('1', { votes: { ana: SECRET } }),
    testReport('2', { unit: 'north/2', votes: { ana: SECRET, constructor: 900 } }),
  ];
  const { json } = await early.post('/api/v1/reports', { reports }, 'entry');
  expect(json.outcomes).toMatchObject([{ outcome: 'accepted' }, { outcome: 'held' }]);
  const texts = await Promise.all(
    READS.map(async (path) => (await early.get(`/api/v1/${path}`)).text),
  );
  expect(texts.join('')).not.toContain(String(SECRET));
  const standing = (await early.get('/api/v1/contests/mayor')).json;
  expect(standing).toMatchObject({ open: false, counted: 0, holds: 0 });
  await early.close();
});

it('pages through the journal, each entry chained to the one before', async () => {
  await send('1', {});
  await send('2', { unit: 'north/2' });
  const { head, entries } = (await night.get('/api/v1/journal')).json;
  const seqs = entries.map(({ seq }: { seq: number }) => seq);
  expect(seqs).toEqual(Array.from({ length: head.seq }, (_, at) => at + 1));
  expect(entries.at(-1).hash).toBe(head.hash);
  const page = (await night.get('/api/v1/journal?after=1&limit=1')).json.entries;
  expect(page).toEqual([entries[1]]);
  expect(page[0].prev).toBe(entries[0].hash);
});
