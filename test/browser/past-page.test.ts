import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOn } from './axe.ts';
import { complaintsOf, LAPTOP, openBrowser, PHONE } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

const CONTEST = '/api/v1/contests/ga-06';

let server: DemoServer;
let browser: Browser;

beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(['--speed', '600']), openBrowser()]);
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

async function standing(): Promise<{ seq: number; counted: number }> {
  return (await fetch(server.url + CONTEST)).json() as Promise<{ seq: number; counted: number }>;
}

/** Once there is a past to be looked at. */
async function votesAreIn(): Promise<void> {
  await expect.poll(async () => (await standing()).counted, { timeout: 60_000 }).toBeGreaterThan(0);
}

async function open(path: string, viewport = LAPTOP, colorScheme: 'light' | 'dark' = 'light') {
  const page = await browser.newPage({ viewport, colorScheme });
  const complaints = complaintsOf(page);
  const sockets: string[] = [];
  page.on('websocket', (socket) => sockets.push(socket.url()));
  await page.goto(server.url + path, { waitUntil: 'networkidle' });
  return { page, complaints, sockets };
}

/** The numbers and words of the contest, without what only a script adds. */
const shownOn = (page: Page) => page.locator('.lead').innerText();

describe('a page of the past', () => {
  it('stands still while the night goes on, and says at which moment', async () => {
    await votesAreIn();
    const { seq } = await standing();
    const { page, complaints, sockets } = await open(`/contests/ga-06?seq=${seq}`);
    const shown = await shownOn(page);
    expect(await page.getByRole('banner').innerText()).toMatch(/As it was at \d+:\d\d [ap]m ET/);
    await expect
      .poll(async () => (await standing()).seq, { timeout: 60_000 })
      .toBeGreaterThan(seq + 10);
    expect(await shownOn(page)).toBe(shown);
    expect(sockets).toEqual([]);
    expect(complaints).toEqual([]);
    await page.close();
  }, 120_000);

  it('leads to the next change, and back to a page that is live', async () => {
    await votesAreIn();
    const { points } = await (await fetch(`${server.url}${CONTEST}/history`)).json();
    const { page, sockets } = await open(`/contests/ga-06?seq=${points[1].seq}`);
    await page.getByRole('link', { name: /Next change/ }).click();
    await page.waitForURL(/seq=/);
    expect(Number(new URL(page.url()).searchParams.get('seq'))).toBeGreaterThan(points[1].seq);
    await page.getByRole('link', { name: 'Back to now' }).click();
    await page.waitForURL(/\/contests\/ga-06\?lang=en$/);
    expect(await page.locator('.past-bar').count()).toBe(0);
    await expect.poll(() => sockets.length).toBe(1);
    await page.close();
  }, 60_000);

  it('is reached with the keyboard by the slider under the chart', async () => {
    await votesAreIn();
    const { page } = await open('/contests/ga-06');
    const slider = page.getByRole('slider', { name: 'The night, moment by moment' });
    await slider.waitFor();
    await slider.focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/ET: Ossoff .*% of .* votes/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/seq=\d+#night$/);
    await page.locator('.past-bar').waitFor();
    expect(await page.getByRole('slider').getAttribute('aria-valuenow')).toBeNull();
    expect(await page.getByRole('slider').inputValue()).toBe('1');
    await page.close();
  }, 60_000);

  it('is reached by dragging the slider, once it is let go', async () => {
    await votesAreIn();
    const { page } = await open('/contests/ga-06');
    const slider = page.getByRole('slider');
    await slider.scrollIntoViewIfNeeded();
    const box = await slider.boundingBox();
    if (box === null) throw new Error('no slider');
    const y = box.y + box.height / 2;
    await page.mouse.move(box.x + box.width - 4, y);
    await page.mouse.down();
    await page.mouse.move(box.x + box.width / 2, y, { steps: 5 });
    expect(page.url()).not.toContain('seq=');
    await page.mouse.up();
    await page.waitForURL(/seq=\d+#night$/);
    await page.locator('.past-bar').waitFor();
    await page.close();
  }, 60_000);

  it.each([
    ['phone', PHONE, 'light'],
    ['laptop', LAPTOP, 'dark'],
  ] as const)(
    'has nothing that axe finds wrong on a %s',
    async (_name, viewport, scheme) => {
      await votesAreIn();
      const { seq } = await standing();
      const { page } = await open(`/contests/ga-06?seq=${seq}&lang=es`, viewport, scheme);
      await page.getByRole('slider').waitFor();
      expect(await faultsOn(page)).toEqual([]);
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide).toBeLessThanOrEqual(viewport.width);
      await page.close();
    },
    60_000,
  );
});
