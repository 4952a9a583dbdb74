import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TEST_ELECTION, testReport } from '../http/test-election.ts';
import { type BreakableLine, openLine } from './breakable-line.ts';
import { LAPTOP, openBrowser } from './browser.ts';
import { type SeenFrame, watchFrames } from './every-frame.ts';
import { type LivingServer, openLivingServer } from './living-server.ts';

const LOST = /Not updating since 7:\d\d pm/;
const SILENT = /No new votes since 7:\d\d pm/;
const MINUTE_MS = 60_000;

let browser: Browser;
let server: LivingServer;
let line: BreakableLine;
let watch: Page;
let screen: Page;
let reports = 0;

beforeAll(async () => {
  browser = await openBrowser();
}, 60_000);

afterAll(async () => {
  await browser?.close();
});

beforeEach(async () => {
  server = await openLivingServer();
  await server.post('/elections', TEST_ELECTION);
  await count(300, 120);
  line = await openLine(server.port);
  watch = await open('/');
  screen = await open('/screen/mayor');
}, 180_000);

afterEach(async () => {
  await Promise.all([watch?.context().close(), screen?.context().close()]);
  await line?.close();
  await server?.stop();
});

/** A page whose own clock the test can move; until then it goes as any. */
async function open(path: string): Promise<Page> {
  const context = await browser.newContext({ viewport: LAPTOP });
  await context.clock.install();
  const page = await context.newPage();
  await page.goto(line.url + path);
  await shows(page, '71.1%');
  await page.waitForFunction(() => document.querySelector('.pill-dot') !== null);
  return page;
}

/** One precinct is complete with these votes, beside two for the write-in line. */
async function count(ana: number, ben: number): Promise<void> {
  reports += 1;
  const votes = { ana, constructor: ben, 'write-in': 2 };
  const more = { votes, reason: 'counted again' };
  await server.post('/reports', { reports: [testReport(`r${reports}`, more)] });
}

async function both(task: (page: Page) => Promise<unknown>): Promise<void> {
  await Promise.all([task(watch), task(screen)]);
}

async function shows(page: Page, text: string | RegExp): Promise<void> {
  // A screen has its sign of per cent apart.
  const said = typeof text === 'string' ? text.replace('%', '') : text;
  await page.getByText(said).first().waitFor({ state: 'attached', timeout: 30_000 });
}

async function showsNot(page: Page, text: RegExp): Promise<void> {
  await expect.poll(() => page.getByText(text).count(), { timeout: 30_000 }).toBe(0);
}

/** The colour behind the head of a page. */
function ground(page: Page): Promise<string> {
  return page.evaluate(() => {
    const header = document.querySelector('.page-header');
    return header === null
      ? getComputedStyle(document.querySelector('.screen-header') ?? document.body, '::before')
          .backgroundColor
      : getComputedStyle(header).backgroundColor;
  });
}

/** The bar has come to its end, and a frame with that has been seen. */
async function hasLanded(share: string): Promise<void> {
  const bar = watch.locator('.bar-row[data-id="ana"] .bar-share');
  await expect.poll(() => bar.textContent(), { timeout: 30_000 }).toBe(share);
  await watch.evaluate(
    () => new Promise((seen) => requestAnimationFrame(() => requestAnimationFrame(seen))),
  );
}

function sharesOfAna(frames: readonly SeenFrame[]): readonly number[] {
  return frames
    .filter(({ choice }) => choice === 'ana')
    .map(({ share }) => Number.parseFloat(share));
}

describe('a page whose link is lost', () => {
  it('says so though nobody told it, looks so, keeps its figures, and comes back in one go', async () => {
    const before = await Promise.all([ground(watch), ground(screen)]);
    line.freeze();
    await both((page) => page.clock.fastForward(9_000));
    await both((page) => shows(page, LOST));
    await both((page) => shows(page, '71.1%'));
    await both((page) => showsNot(page, SILENT));
    expect(await watch.locator('.pill-dot').count()).toBe(0);
    const during = await Promise.all([ground(watch), ground(screen)]);
    expect(during[0]).not.toBe(before[0]);
    expect(during[1]).not.toBe(before[1]);

    for (const ben of [150, 200, 250, 310]) await count(300, ben);
    const frames = await watchFrames(watch);
    line.mend();
    await both((page) => shows(page, '49.0%'));
    await both((page) => showsNot(page, LOST));
    // Down from 71.1 without a step between that was somebody's count, nor a way back.
    await hasLanded('49.0%');
    const shares = sharesOfAna(await frames.stop());
    expect(shares.at(-1)).toBe(49);
    expect(shares).toEqual([...shares].sort((one, other) => other - one));
    expect(await ground(watch)).toBe(before[0]);
  }, 120_000);

  it('says since when, not since when the laptop woke, and is right at once when the server is back', async () => {
    line.cut();
    await both((page) => shows(page, LOST));
    // Asleep for two hours: not a timer ran.
    await both((page) => page.clock.fastForward(120 * MINUTE_MS));
    await both((page) => shows(page, LOST));
    await both((page) => showsNot(page, /since (8|9):/));
    await count(300, 310);
    line.mend();
    await both((page) =>
      page.evaluate(() => document.dispatchEvent(new Event('visibilitychange'))),
    );
    await both((page) => shows(page, '49.0%'));
    await both((page) => showsNot(page, LOST));
  }, 120_000);

  it('comes back to a server that was stopped for two hours and started again', async () => {
    await server.stop();
    await both((page) => shows(page, LOST));
    await both((page) => page.clock.fastForward(120 * MINUTE_MS));
    await server.startAgain();
    await count(300, 310);
    await both((page) => page.clock.fastForward(20_000));
    await both((page) => shows(page, '49.0%'));
    await both((page) => showsNot(page, LOST));
  }, 120_000);
});

describe('a page to which no votes come', () => {
  it('says that the feed is silent, which is no lost link, until the next votes', async () => {
    const before = await Promise.all([ground(watch), ground(screen)]);
    server.pass(11 * MINUTE_MS);
    await both((page) => page.clock.fastForward(11 * MINUTE_MS));
    await both((page) => shows(page, SILENT));
    await both((page) => showsNot(page, LOST));
    expect(await watch.locator('.pill-dot').count()).toBe(0);
    expect(await screen.locator('.pill-dot').count()).toBe(0);
    expect(await Promise.all([ground(watch), ground(screen)])).toEqual(before);
    await count(300, 310);
    await both((page) => shows(page, '49.0%'));
    await both((page) => showsNot(page, SILENT));
  }, 120_000);
});

describe('a tab in the background', () => {
  it('is current as soon as it is looked at, without playing what it missed', async () => {
    // Its timers and frames stand still; messages still come.
    await watch.clock.pauseAt(await watch.evaluate(() => Date.now() + 1_000));
    const frames = await watchFrames(watch);
    for (let ben = 130; ben <= 310; ben += 10) await count(300, ben);
    await watch.clock.resume();
    await watch.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
    await shows(watch, '49.0%');
    await hasLanded('49.0%');
    const shares = sharesOfAna(await frames.stop());
    expect(shares.at(-1)).toBe(49);
    expect(shares).toEqual([...shares].sort((one, other) => other - one));
    await showsNot(watch, LOST);
  }, 120_000);
});
