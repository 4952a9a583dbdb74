import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsOf, LAPTOP, openBrowser } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';
import { type SeenFrame, watchFrames } from './every-frame.ts';

/** The whole night in a minute and a half: every report still comes by itself and in its order. */
const SPEED = 400;

let server: DemoServer;
let browser: Browser;
let page: Page;
let complaints: string[];
let frames: SeenFrame[];
let sameNodes: boolean;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(['--no-replay']), openBrowser()]);
  page = await browser.newPage({ viewport: LAPTOP });
  complaints = complaintsOf(page);
  await page.goto(server.url);
  await page.locator('.bar-row[data-id="ossoff"]').waitFor({ state: 'attached' });
  await page.evaluate(() => {
    for (const row of document.querySelectorAll('.bar-row[data-id]')) row.setAttribute('tag', '1');
  });
  const watched = await watchFrames(page);
  await server.replay(SPEED);
  await page.getByText('Certified April 25').first().waitFor();
  await page.getByText('92,673').first().waitFor();
  frames = await watched.stop();
  sameNodes = await page.evaluate(
    () => document.querySelectorAll('.bar-row[data-id]:not([tag])').length === 0,
  );
}, 300_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('a reader who watches the whole night', () => {
  it('sees it end at 48.1%, certified, with a runoff between Ossoff and Handel', async () => {
    const leader = page.locator('.bar-row[data-lead="true"]');
    expect(await leader.locator('.bar-share').textContent()).toBe('48.1%');
    expect(await leader.locator('.bar-votes').textContent()).toBe('92,673');
    const headline = (await page.locator('h1').textContent()) ?? '';
    expect(headline).toMatch(/Ossoff and Handel/);
    expect(headline).toMatch(/runoff/);
  });

  it('sees the leader fall from above 70% to below the line', () => {
    const shares = frames
      .filter(({ choice }) => choice === 'ossoff')
      .map(({ share }) => Number.parseFloat(share))
      .filter((share) => !Number.isNaN(share));
    expect(Math.max(...shares)).toBeGreaterThan(70);
    expect(shares.at(-1)).toBe(48.1);
  });

  it('sees number, bar and side of the line agree in every single frame', () => {
    expect(frames.length).toBeGreaterThan(200);
    const disagreeing = frames.filter(({ share, barEnd, lineStart, lineEnd }) => {
      const printed = Number.parseFloat(share.replace('<', ''));
      if (Number.isNaN(printed) || printed === 50) return share === '50.0%';
      return printed > 50 ? barEnd <= lineEnd : barEnd >= lineStart;
    });
    expect(disagreeing).toEqual([]);
  });

  it('sees every candidate keep the same row all night', () => {
    expect(sameNodes).toBe(true);
  });

  it('gives the browser nothing to complain of', () => {
    expect(complaints).toEqual([]);
  });
});
