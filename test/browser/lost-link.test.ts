import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAPTOP, openBrowser } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

const SCREEN = { width: 1920, height: 1080 };

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(['--speed', '60']), openBrowser()]);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function open(path: string, viewport: typeof SCREEN): Promise<Page> {
  const page = await browser.newPage({ viewport });
  await page.goto(server.url + path);
  await page.getByText('Jon Ossoff').first().waitFor({ state: 'attached' });
  return page;
}

describe('a server that is killed in the middle of the night', () => {
  it('leaves every picture saying that it is old, and the night goes on where it was', async () => {
    const [watch, screen] = await Promise.all([open('/', LAPTOP), open('/screen/ga-06', SCREEN)]);
    // Somewhere after the first votes.
    await watch.getByText('9,483').first().waitFor({ timeout: 60_000 });

    await server.kill();
    await Promise.all([
      watch
        .getByText(/Not updating/)
        .first()
        .waitFor({ timeout: 15_000 }),
      screen
        .getByText(/Not updating/)
        .first()
        .waitFor({ timeout: 15_000 }),
    ]);
    expect(await watch.locator('.bar-row[data-lead="true"]').textContent()).toContain('Ossoff');

    server = await server.startAgain();
    await Promise.all([
      watch
        .getByText(/Not updating/)
        .first()
        .waitFor({ state: 'hidden', timeout: 40_000 }),
      screen
        .getByText(/Not updating/)
        .first()
        .waitFor({ state: 'hidden', timeout: 40_000 }),
    ]);
    // More votes than before, without a reload.
    await expect.poll(() => countedOn(watch), { timeout: 60_000 }).toBeGreaterThan(9_483);
    await Promise.all([watch.close(), screen.close()]);
  }, 240_000);
});

/** The sum in the table of all choices. */
async function countedOn(page: Page): Promise<number> {
  const total = await page.locator('tfoot').first().textContent();
  return Number((total ?? '').replace(/\D/g, ''));
}
