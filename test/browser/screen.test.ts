import pixelmatch from 'pixelmatch';
import type { Browser, Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { complaintsOf, openBrowser } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';

const FULL_HD = { width: 1920, height: 1080 };
const ULTRA_HD = { width: 3840, height: 2160 };

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

/** At rest: less motion also holds the slow drift still. */
async function screenAt(viewport: typeof FULL_HD, deviceScaleFactor = 1): Promise<Page> {
  const page = await browser.newPage({ viewport, deviceScaleFactor, reducedMotion: 'reduce' });
  await page.goto(`${server.url}/screen/ga-06`, { waitUntil: 'networkidle' });
  await page.evaluate(() => document.fonts.ready);
  return page;
}

describe('a screen in a room', () => {
  it('is the same picture at 1080 and at 2160 lines', async () => {
    const [small, large] = await Promise.all([screenAt(FULL_HD, 2), screenAt(ULTRA_HD)]);
    const [one, other] = (await Promise.all([small.screenshot(), large.screenshot()])).map((shot) =>
      PNG.sync.read(shot),
    );
    if (one === undefined || other === undefined) throw new Error('no pictures');
    expect([one.width, one.height]).toEqual([other.width, other.height]);
    const { width, height } = one;
    const different = pixelmatch(one.data, other.data, undefined, width, height, {
      threshold: 0.2,
    });
    // Letters are placed to the whole pixel, so their edges differ; a thing out of place is far more.
    expect(different / (width * height)).toBeLessThan(0.005);
  });

  it('keeps everything that must be read inside the safe area', async () => {
    const page = await screenAt(FULL_HD);
    const outside = await page.evaluate(() => {
      const texts = document.createTreeWalker(
        document.querySelector('.screen') ?? document.body,
        4,
      );
      const found: string[] = [];
      for (let node = texts.nextNode(); node !== null; node = texts.nextNode()) {
        const range = document.createRange();
        range.selectNodeContents(node);
        const box = range.getBoundingClientRect();
        const isSeen = box.width > 1 && box.height > 1;
        const isIn = box.left >= 94 && box.right <= 1826 && box.top >= 38 && box.bottom <= 1042;
        if (isSeen && !isIn) found.push(`${node.textContent} ${JSON.stringify(box)}`);
      }
      return found;
    });
    expect(outside).toEqual([]);
  });

  it('prints the leader’s share so that a room can read it', async () => {
    const page = await screenAt(FULL_HD);
    const size = await page
      .locator('.screen-digits')
      .evaluate((node) => Number.parseFloat(getComputedStyle(node).fontSize));
    // Archivo's figures are 0.69 em high.
    expect(0.69 * size).toBeGreaterThan(0.08 * FULL_HD.height);
  });

  it.each([
    ['16:10', { width: 1920, height: 1200 }],
    ['ultrawide', { width: 2560, height: 1080 }],
    ['upright', { width: 1080, height: 1920 }],
  ])('letterboxes on %s and never scrolls', async (_name, viewport) => {
    const page = await screenAt(viewport);
    const complaints = complaintsOf(page);
    const box = await page.locator('.screen').boundingBox();
    expect((box?.width ?? 0) / (box?.height ?? 1)).toBeCloseTo(16 / 9, 2);
    const scrolls = await page.evaluate(
      () =>
        document.documentElement.scrollHeight > innerHeight ||
        document.documentElement.scrollWidth > innerWidth,
    );
    expect(scrolls).toBe(false);
    expect(complaints).toEqual([]);
    await page.close();
  });

  it('tells a runoff that is called from a win, and who called it', async () => {
    const page = await screenAt(FULL_HD);
    const block = await page.locator('.screen-verdict').innerText();
    expect(block).toMatch(/Runoff June 20/);
    expect(block).toMatch(/Ossoff \(D\) against Handel \(R\)/);
    expect(block).toMatch(/AP/);
    expect(await page.locator('.screen').innerText()).not.toMatch(/\bwon\b|winner/i);
  });
});
