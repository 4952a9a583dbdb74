import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOn } from './axe.ts';
import { LAPTOP, openBrowser, PHONE } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

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

/** What axe finds wrong on a page, each with the first place. */
async function faults(path: string, look: object, signIn: string | null = null): Promise<string[]> {
  const context = await browser.newContext({ ...look, bypassCSP: true });
  const page = await context.newPage();
  if (signIn !== null) {
    await page.goto(signIn);
    await page.getByRole('button').first().click();
    await page.waitForURL('**/desk');
  }
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  const found = await faultsOn(page);
  await context.close();
  return found;
}

describe('nothing stands in the way of', () => {
  it.each([
    ['a reader on a phone', '/', { viewport: PHONE }],
    ['a reader on a phone in the dark', '/', { viewport: PHONE, colorScheme: 'dark' }],
    ['a reader on a laptop', '/', { viewport: LAPTOP }],
    ['a reader on a laptop in the dark', '/', { viewport: LAPTOP, colorScheme: 'dark' }],
    ['a reader of Spanish', '/?lang=es', { viewport: LAPTOP }],
    ['who looks at a screen', '/screen/ga-06', { viewport: { width: 1920, height: 1080 } }],
    ['who comes to the desk signed out', '/desk', { viewport: LAPTOP }],
  ])('%s', async (_who, path, look) => {
    expect(await faults(path, look)).toEqual([]);
  });

  it('an operator at the desk', async () => {
    expect(await faults('/desk', { viewport: LAPTOP }, server.links[0])).toEqual([]);
  });
});
