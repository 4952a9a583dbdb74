import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsOf, LAPTOP, openBrowser, PHONE } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(['--no-replay']), openBrowser()]);
  const ended = server.replay(1_000_000);
  await ended;
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('a page before any script has run', () => {
  it('says who has how much of how many votes, and as of when', async () => {
    const context = await browser.newContext({ javaScriptEnabled: false, viewport: PHONE });
    const page = await context.newPage();
    await page.goto(server.url);
    const text = await page.locator('body').innerText();
    for (const said of [
      'Certified April 25',
      'Jon Ossoff',
      '48.1%',
      '92,673',
      'Karen Handel',
      'Reconstruction',
    ])
      expect(text).toContain(said);
    expect(await page.locator('h1').count()).toBe(1);
    await context.close();
  });

  it.each([
    ['en', '48.1%', '92,673'],
    ['es', '48,1', '92.673'],
  ])('speaks %s', async (language, share, votes) => {
    const context = await browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${server.url}/?lang=${language}`);
    expect(await page.locator('html').getAttribute('lang')).toBe(language);
    const text = await page.locator('body').innerText();
    expect(text).toContain(share);
    expect(text).toContain(votes);
    await context.close();
  });
});

describe('a page that its script takes over', () => {
  it.each([
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ])('does not jump on a %s, nor complain', async (_name, viewport) => {
    const page = await browser.newPage({ viewport });
    const complaints = complaintsOf(page);
    await page.addInitScript(() => {
      const seen = window as typeof window & { shifts?: number };
      seen.shifts = 0;
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          seen.shifts = (seen.shifts ?? 0) + entry.value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(server.url, { waitUntil: 'networkidle' });
    await page.locator('.bar-row[data-lead="true"]').waitFor();
    expect(
      await page.evaluate(() => (window as typeof window & { shifts?: number }).shifts),
    ).toBeLessThan(0.005);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it.each([320, 360, 390, 768, 1366, 1920])(
    'fits a width of %i without scrolling sideways',
    async (width) => {
      const page = await browser.newPage({ viewport: { width, height: 800 } });
      await page.goto(server.url);
      const overflow = () =>
        page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect(await overflow()).toBeLessThanOrEqual(0);
      await page.close();
    },
  );
});

describe('an address that leads nowhere', () => {
  it('says so, as what it is', async () => {
    const page = await browser.newPage();
    const answer = await page.goto(`${server.url}/contests/no-such-contest`);
    expect(answer?.status()).toBe(404);
    expect(await page.locator('h1').innerText()).toMatch(/no such page/i);
    await page.close();
  });
});
