import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEST_ELECTION, testReport } from '../http/test-election.ts';
import { complaintsOf, openBrowser } from './browser.ts';
import { type LivingServer, openLivingServer } from './living-server.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const NARROW = { width: 360, height: 780 };
const FULL_HD = { width: 1920, height: 1080 };

let browser: Browser;
let server: LivingServer;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  server = await openLivingServer();
}, 180_000);

afterEach(async () => {
  await server?.stop();
});

/** What happened in a night, step after step. */
type Step = () => Promise<void>;

const load =
  (parts: object = {}): Step =>
  () =>
    server.post('/elections', { ...TEST_ELECTION, ...parts });

const report =
  (id: string, more: object = {}): Step =>
  () =>
    server.post('/reports', { reports: [testReport(id, more)] });

/** The others, no two alike: that would be held. */
const complete: Step = async () => {
  const others = ['north/1 early', 'north/2 early', 'south/1 election-day', 'south/1 early'];
  for (const [at, other] of ['north/2 election-day', ...others].entries()) {
    const [unit, method] = other.split(' ');
    const votes = { ana: 200 + 9 * at, constructor: 160 + 7 * at, 'write-in': at };
    await report(other, { unit, method, votes })();
  }
};

const call: Step = async () => {
  const said = { callId: 'c1', contest: 'mayor', type: 'winner', choices: ['ana'], source: 'AP' };
  await server.post('/calls', said);
  await server.post('/calls/c1/confirm', { seq: await server.seqOf('mayor') }, 'second');
};

const suspend: Step = () =>
  server.post('/calls', {
    ...{ callId: 's1', contest: 'mayor', type: 'retract', retracts: 'c1' },
    reason: 'the county has reported an error',
  });

const retract: Step = () => server.post('/calls/s1/confirm', {}, 'second');

const correct: Step = report('r2', { votes: { ana: 280 }, reason: 'two digits were swapped' });

const hold: Step = () =>
  server.post('/reports', {
    reports: [testReport('h', { unit: 'north/2', ballotsCast: 5 })],
  });

const lock: Step = () =>
  server.post('/contests/mayor/lock', { lockId: 'l', reason: 'the file is being looked at' });

const notice: Step = () =>
  server.post('/notices', {
    ...{ noticeId: 'n', contest: 'mayor' },
    text: { en: 'South has stopped uploading.', es: 'South ha dejado de enviar datos.' },
  });

const certify: Step = async () => {
  const changes = { certified: { at: '2017-04-18T23:30:00Z', source: 'The county' } };
  const amendment = { amendId: 'a', changes, reason: 'certified by the county' };
  await server.post('/contests/mayor/amend', amendment);
  await server.post('/amendments/a/confirm', {}, 'second');
};

/** One night from its beginning to its end: what happens, and what every page must then say. */
const NIGHT: readonly (readonly [name: string, step: Step, said: string | RegExp])[] = [
  ['a count', report('r1'), '71.1'],
  ['a notice', notice, 'South has stopped uploading.'],
  ['a report under review', hold, /1 (report )?under review/],
  ['a correction', correct, /not 300/],
  ['a complete count', complete, '3 of 3 precincts'],
  ['a lock', lock, 'Publishing on hold'],
  ['a call', call, 'Ana won'],
  ['a call under review', suspend, 'Call under review'],
  ['a retracted call', retract, /[Rr]etracted/],
  ['a certified count', certify, /Certified/],
];

async function faultsOf(page: Page): Promise<string[]> {
  const found = await page.evaluate(
    (rules) =>
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window, without types.
      (window as any).axe.run(document, { runOnly: { type: 'tag', values: rules } }),
    RULES,
  );
  return found.violations.map(
    (violation: { id: string; nodes: { html: string }[] }) =>
      `${violation.id}: ${violation.nodes[0]?.html}`,
  );
}

/** Pixels by which a page is wider than what it is shown in. */
function overflowOf(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });
}

async function openAt(path: string, look: object): Promise<Page> {
  const context = await browser.newContext({ ...look, bypassCSP: true, reducedMotion: 'reduce' });
  const page = await context.newPage();
  await page.goto(`http://127.0.0.1:${server.port}${path}`);
  await page.evaluate(AXE);
  return page;
}

describe('every state of a night', () => {
  it('is said as it comes, and stands in nobody’s way', async () => {
    await load()();
    const pages = await Promise.all([
      openAt('/', { viewport: NARROW }),
      openAt('/screen/mayor', { viewport: FULL_HD }),
    ]);
    for (const [name, step, said] of [['nothing', async () => {}, 'No votes'], ...NIGHT] as const) {
      await step();
      for (const page of pages) {
        await page.getByText(said).first().waitFor({ state: 'attached', timeout: 20_000 });
        // Polled: a short fade on its way is not what readers are left with.
        await expect.poll(() => faultsOf(page), { message: name }).toEqual([]);
        expect(await overflowOf(page), name).toBe(0);
      }
    }
    await Promise.all(pages.map((page) => page.context().close()));
  }, 240_000);

  it.each([
    ['a test', { stage: 'test' }, 'Prueba'],
    ['a replay', { labels: ['replay'] }, 'Repetición'],
  ])(
    'is what it is on every page: %s',
    async (_name, parts, said) => {
      await load(parts)();
      await report('r1')();
      for (const path of ['/?lang=es', '/screen/mayor?lang=es']) {
        const page = await openAt(path, { viewport: FULL_HD });
        await page.getByText(said).first().waitFor({ state: 'attached', timeout: 20_000 });
        expect(await faultsOf(page), path).toEqual([]);
        await page.context().close();
      }
    },
    120_000,
  );
});

describe('the front page', () => {
  it('shows the contests of all elections, goes on with them, and stands in nobody’s way', async () => {
    const [mayor] = TEST_ELECTION.contests;
    const sheriff = { ...mayor, id: 'sheriff', name: 'Sheriff' };
    const test = { ...TEST_ELECTION, id: 'rehearsal', name: 'Rehearsal', stage: 'test' };
    await load()();
    await server.post('/elections', { ...test, contests: [sheriff] });
    await report('r1')();
    for (const look of [
      { viewport: NARROW },
      { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' },
    ]) {
      const page = await openAt('/', look);
      const complaints = complaintsOf(page);
      expect(await faultsOf(page)).toEqual([]);
      expect(await overflowOf(page)).toBe(0);
      expect(await page.locator('.front-row[data-test="true"]').innerText()).toContain('Test');
      await page.context().close();
      expect(complaints).toEqual([]);
    }
    const page = await openAt('/', { viewport: NARROW });
    await report('r2', { votes: { ana: 100, constructor: 500 }, reason: 'swapped' })();
    await page.getByText('16.6%').first().waitFor({ timeout: 10_000 });
    await page.context().close();
  }, 120_000);
});

describe('text at twice its size', () => {
  it('has room on a phone, and nothing of the head runs out of it', async () => {
    for (const step of [load(), report('r1'), notice, call]) await step();
    const page = await openAt('/', { viewport: { width: 390, height: 844 } });
    await page.addStyleTag({ content: 'html { font-size: 200% }' });
    expect(await overflowOf(page)).toBe(0);
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll('.page-header *, .lead-main *')]
        .filter((node) => {
          const { left, right, width } = node.getBoundingClientRect();
          return width > 0 && !node.closest('svg') && (left < -1 || right > innerWidth + 1);
        })
        .map((node) => node.outerHTML.slice(0, 80)),
    );
    expect(outside).toEqual([]);
    await page.context().close();
  }, 60_000);
});
