import { beforeEach, describe, expect, it } from 'vitest';
import type { Boot } from '../../shared/wire/boot.ts';
import { NIGHT_MS, openTestApp, type TestApp } from './open-test-app.ts';
import { TEST_ELECTION, testReport } from './test-election.ts';

let night: TestApp;
/** The contest's seqs after each of the two reports. */
let seqs: number[];
const nightTime = (seconds: number) => new Date(NIGHT_MS + seconds * 1_000).toISOString();

beforeEach(async () => {
  night = await openTestApp();
  await night.load(TEST_ELECTION);
  seqs = [await report(60, 'north/1', 300), await report(120, 'south/1', 100)];
  return () => night.close();
});

async function report(seconds: number, unit: string, ana: number): Promise<number> {
  night.setClock(NIGHT_MS + seconds * 1_000);
  const reports = [testReport(unit, { unit, votes: { ana, constructor: 200 } })];
  await night.post('/api/v1/reports', { reports }, 'entry');
  return (await night.get('/api/v1/contests/mayor')).json.seq;
}

function bootIn(html: string): Boot {
  return JSON.parse(/id="boot">(.*)<\/script>/.exec(html)?.[1] ?? 'null');
}

describe('a contest’s page with a time or an entry', () => {
  it('has the contest as it was, and says so', async () => {
    const { status, text } = await night.get(`/contests/mayor?at=${nightTime(90)}`);
    expect(status).toBe(200);
    const { past, contests } = bootIn(text);
    expect(contests[0]?.snapshot).toMatchObject({
      position: { seq: seqs[0] },
      tally: { votes: { ana: 300 } },
    });
    expect(past).toMatchObject({
      nightAt: nightTime(90),
      before: { nightAt: expect.any(String) },
      after: { seq: seqs[1], nightAt: nightTime(120) },
    });
  });

  it('is the same by its entry, at the time of the change', async () => {
    const boot = bootIn((await night.get(`/contests/mayor?seq=${seqs[0]}`)).text);
    expect(boot.past?.nightAt).toBe(nightTime(60));
    expect(boot.contests[0]?.snapshot.tally.votes).toMatchObject({ ana: 300 });
  });

  it('is not one to be found by a search, and another change elsewhere leaves it as it is', async () => {
    const path = `/contests/mayor?seq=${seqs[0]}`;
    const { headers, text } = await night.get(path);
    expect(headers.get('X-Robots-Tag')).toBe('noindex');
    expect(text).toContain('<meta name="robots" content="noindex">');
    expect(headers.get('Cache-Control')).toBe('public, no-cache');
    const etag = headers.get('ETag');
    await report(180, 'north/2', 50);
    expect((await night.get(path)).headers.get('ETag')).toBe(etag);
  });

  it('is another one once there is a next change to go to', async () => {
    const path = `/contests/mayor?seq=${seqs[1]}`;
    const first = await night.get(path);
    expect(bootIn(first.text).past?.after).toBeNull();
    const next = await report(180, 'north/2', 50);
    const then = await night.get(path);
    expect(bootIn(then.text).past?.after?.seq).toBe(next);
    expect(then.headers.get('ETag')).not.toBe(first.headers.get('ETag'));
  });

  it('leads to the present for a time that has not come', async () => {
    for (const lang of ['', '&lang=es']) {
      const path = `/contests/mayor?at=2031-01-01T00:00:00Z${lang}`;
      const { status, headers } = await night.get(path);
      expect(status).toBe(302);
      expect(headers.get('Location')).toBe(`/contests/mayor${lang.replace('&', '?')}`);
    }
  });

  it('is the present one, to be found, where neither is asked for', async () => {
    const { text, headers } = await night.get('/contests/mayor');
    expect(bootIn(text).past).toBeUndefined();
    expect(text).not.toContain('noindex');
    expect(headers.get('X-Robots-Tag')).toBeNull();
  });

  it('is the one contest’s at the front door, too', async () => {
    const { text } = await night.get(`/?seq=${seqs[0]}`);
    expect(bootIn(text).past?.nightAt).toBe(nightTime(60));
  });

  it.each([
    ['at=yesterday', 400],
    ['seq=1e3', 400],
    ['seq=99999', 404],
    ['at=1999-01-01T00:00:00Z', 404],
  ])('is not there for ?%s', async (query, expected) => {
    const { status, text, headers } = await night.get(`/contests/mayor?${query}`);
    expect([status, bootIn(text).page]).toEqual([expected, 'missing']);
    expect(headers.get('Cache-Control')).toBe('no-store');
  });

  it('is not there for a contest that is not', async () => {
    const { status, text } = await night.get('/contests/nobody?seq=1');
    expect([status, bootIn(text).page]).toEqual([404, 'missing']);
  });
});
