import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAPTOP, openBrowser, PHONE } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

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
  await page.evaluate(AXE);
  const found = await page.evaluate(
    (rules) =>
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window, without types.
      (window as any).axe.run(document, { runOnly: { type: 'tag', values: rules } }),
    RULES,
  );
  await context.close();
  return found.violations.map(
    (violation: { id: string; nodes: { html: string }[] }) =>
      `${violation.id}: ${violation.nodes[0]?.html}`,
  );
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
