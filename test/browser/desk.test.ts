import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { LAPTOP, openBrowser } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';
import { keyUnit, openDeskPage } from './desk-page.ts';

/** Roswell 12's tape, in ballot order: 1,544 votes. */
const TAPE = [19, 2, 1, 11, 262, 465, 1, 74, 2, 3, 4, 0, 173, 479, 0, 3, 0, 45];

let server: DemoServer;
let browser: Browser;
let desk: Page;

// At life's own speed nothing is reported by itself for the first nine minutes.
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(['--speed', '1']), openBrowser()]);
  desk = await openDeskPage(browser, server, 0);
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

describe('two people at their desks', () => {
  it('key a precinct without a mouse, and readers see it', async () => {
    const watch = await browser.newPage({ viewport: LAPTOP });
    await watch.goto(server.url);
    await keyUnit(desk, 'rw12', TAPE);
    await desk.getByText('1,544').first().waitFor();
    await desk.keyboard.press('Control+Enter');
    await desk
      .getByText(/published, version 1/)
      .first()
      .waitFor();
    await watch.locator('.bar-row[data-id="ossoff"] .bar-votes').getByText('479').waitFor();
    await watch.close();
  });

  it('hold what cannot be until the other of them has released it', async () => {
    const other = await openDeskPage(browser, server, 1);
    // More ballots than the 5,462 who are registered there.
    await keyUnit(desk, 'rw01', [...TAPE.slice(0, 13), 6000, ...TAPE.slice(14)]);
    await desk.keyboard.press('Control+Enter');
    await desk.keyboard.press('Control+Enter');
    await other
      .getByText(/registered/)
      .first()
      .waitFor();
    const votes = await fetch(`${server.url}/api/v1/contests/ga-06`);
    const standing: { counted: number; holds: number } = await votes.json();
    expect(standing).toMatchObject({ counted: 1544, holds: 1 });
    // It puts Ossoff over the line: that takes a second press.
    await other.getByRole('button', { name: 'Release', exact: true }).click();
    await other.getByRole('button', { name: 'Press again to release' }).click();
    await expect
      .poll(async () => {
        const answer = await fetch(`${server.url}/api/v1/contests/ga-06`);
        const now: { counted: number; holds: number } = await answer.json();
        return [now.counted > 6000, now.holds];
      })
      .toEqual([true, 0]);
  });
});
