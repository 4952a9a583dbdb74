import type { Browser, Page } from 'playwright-core';
import { LAPTOP } from './browser.ts';
import type { DemoServer } from './demo-server.ts';

/** A browser of one's own at the desk, signed in by a link: of the first or the second editor. */
export async function openDeskPage(
  browser: Browser,
  server: DemoServer,
  person: 0 | 1,
): Promise<Page> {
  // axe is put into the page from outside.
  const context = await browser.newContext({ viewport: LAPTOP, bypassCSP: true });
  const page = await context.newPage();
  await page.goto(server.links[person] ?? '');
  await page.getByRole('button').first().click();
  await page.waitForURL('**/desk');
  await page.getByText('RW12').first().waitFor({ state: 'attached' });
  return page;
}

/** With the keyboard alone: find the unit and key its numbers, from the first field on. */
export async function keyUnit(page: Page, unit: string, tape: readonly number[]): Promise<void> {
  await page.keyboard.press('/');
  await page.keyboard.type(unit);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: new RegExp(unit, 'i') }).waitFor();
  for (const votes of tape) {
    await page.keyboard.type(String(votes));
    await page.keyboard.press('Enter');
  }
}
