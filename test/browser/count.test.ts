import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsOf, LAPTOP, openBrowser, PHONE } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(['--no-replay']), openBrowser()]);
  await server.replay(1_000_000);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** Adds up how far the page jumped since this was called. */
async function watchJumps(page: Page): Promise<() => Promise<number>> {
  await page.evaluate(() => {
    const shown = globalThis as typeof globalThis & { jumped?: number };
    shown.jumped = 0;
    new PerformanceObserver((list) => {
      // `as`: what this entry type has, which the DOM's types do not know.
      for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
        shown.jumped = (shown.jumped ?? 0) + entry.value;
    }).observe({ type: 'layout-shift' });
  });
  return () =>
    page.evaluate(() => (globalThis as typeof globalThis & { jumped?: number }).jumped ?? 0);
}

describe('the picture of the count', () => {
  it.each([
    ['phone', PHONE],
    ['laptop', LAPTOP],
  ])(
    'is fetched once a reader comes near it on a %s, and nothing jumps',
    async (_name, viewport) => {
      const page = await browser.newPage({ viewport });
      const complaints = complaintsOf(page);
      const scripts: string[] = [];
      page.on('request', (request) => scripts.push(request.url()));
      await page.goto(server.url, { waitUntil: 'networkidle' });
      if (viewport === PHONE) expect(scripts.filter((url) => url.includes('count-'))).toEqual([]);
      const jumped = await watchJumps(page);
      await page.locator('.count-room').scrollIntoViewIfNeeded();
      const share = page.locator('.count-chart .count-share').first();
      await expect.poll(async () => (await share.getAttribute('d'))?.length).toBeGreaterThan(300);
      expect(await jumped()).toBeLessThan(0.02);
      expect(await page.locator('.count-chart title').textContent()).toMatch(/^Ossoff .*48\.1%/);
      expect(complaints).toEqual([]);
      await page.close();
    },
  );

  it('has every number in a table, too', async () => {
    const page = await browser.newPage({ viewport: PHONE });
    await page.goto(`${server.url}/?lang=es`);
    await page.locator('.count-room').scrollIntoViewIfNeeded();
    await page.locator('.count-table summary').click();
    const rows = page.locator('.count-numbers tbody tr');
    await expect.poll(() => rows.count()).toBeGreaterThan(100);
    expect(await rows.first().innerText()).toMatch(/192\.569.*48,1/s);
    await page.close();
  });

  it.each([
    ['a phone', { viewport: PHONE }],
    ['a laptop in the dark', { viewport: LAPTOP, colorScheme: 'dark' }],
  ] as const)('stands in nobody’s way on %s', async (_where, look) => {
    const context = await browser.newContext({ ...look, bypassCSP: true });
    const page = await context.newPage();
    await page.goto(server.url);
    await page.locator('.count-room').scrollIntoViewIfNeeded();
    await page.locator('.count-chart .count-share').first().waitFor();
    await page.evaluate(AXE);
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window, without types.
    const found = await page.evaluate(() => (window as any).axe.run('.count'));
    await context.close();
    expect(found.violations.map(({ id }: { id: string }) => id)).toEqual([]);
  });
});
