import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOn } from './axe.ts';
import { openBrowser } from './browser.ts';
import { type DemoServer, startDemo } from './demo-server.ts';
import { keyUnit, openDeskPage } from './desk-page.ts';

let server: DemoServer;
let browser: Browser;
let first: Page;
let second: Page;

// At life's own speed nothing is reported by itself for the first nine minutes.
beforeAll(async () => {
  [server, browser] = await Promise.all([startDemo(['--speed', '1']), openBrowser()]);
  [first, second] = [
    await openDeskPage(browser, server, 0),
    await openDeskPage(browser, server, 1),
  ];
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

const publish = async (page: Page) => {
  await page.keyboard.press('Control+Enter');
  // A report that crosses the line takes a second press.
  if (await page.getByRole('button', { name: /Press again/ }).isVisible()) {
    await page.keyboard.press('Control+Enter');
  }
};
/** Waits for what the desk's own log says of a unit. */
const logged = (page: Page, unit: string, text: RegExp) =>
  page
    .getByRole('log')
    .locator('li', { hasText: unit })
    .getByText(text)
    .first()
    .waitFor({ timeout: 30_000 });

/** What the record has of a unit: the versions and numbers that were accepted, oldest first. */
async function accepted(unit: string): Promise<readonly [version: number, abroms: number][]> {
  const { entries }: { entries: { kind: string; body: string | null }[] } = await (
    await fetch(`${server.url}/api/v1/journal?limit=1000`)
  ).json();
  return entries
    .filter(({ kind, body }) => kind === 'reports-accepted' && body !== null)
    .flatMap(({ body }) => JSON.parse(body ?? '').reports)
    .filter((report) => report.unit === unit)
    .map((report) => [report.version, report.count.votes.abroms]);
}

describe('two desks on one contest', () => {
  it('stop the later of two who keyed one unit, show both versions, and lose neither', async () => {
    await keyUnit(first, 'rw10', [11]);
    await keyUnit(second, 'rw10', [12]);
    await publish(first);
    await logged(first, 'RW10', /published, version 1/);
    await second.getByRole('heading', { name: 'Two versions' }).waitFor();
    expect(await faultsOn(second)).toEqual([]);
    await second.keyboard.press('Control+Enter');
    expect(await accepted('fulton/rw10')).toEqual([[1, 11]]);
    expect(await second.getByLabel(/Votes for .*Abroms/).inputValue()).toBe('12');

    await second.getByRole('button', { name: 'Go on with mine' }).click();
    await second.getByLabel('Reason for the correction').fill('read again');
    await publish(second);
    await logged(second, 'RW10', /published, version 2/);
    expect(await accepted('fulton/rw10')).toEqual([
      [1, 11],
      [2, 12],
    ]);
  }, 60_000);

  it('keep what is published offline, send it on return, and count it once', async () => {
    await first.context().setOffline(true);
    await keyUnit(first, 'rw16', [21]);
    await publish(first);
    await first.getByText('1 unsent').first().waitFor();
    await keyUnit(second, 'rw13', [31]);
    await publish(second);
    await logged(second, 'RW13', /published/);
    expect(await accepted('fulton/rw16')).toEqual([]);

    await first.context().setOffline(false);
    await logged(first, 'RW16', /published/);
    expect(await accepted('fulton/rw16')).toEqual([[1, 21]]);
  }, 90_000);

  it('count once what was answered into the void', async () => {
    let lost = 0;
    await first.route('**/api/v1/reports', async (route) => {
      if (lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      await route.abort();
    });
    await keyUnit(first, 'rw17', [41]);
    await publish(first);
    await logged(first, 'RW17', /published, version 1/);
    await first.unroute('**/api/v1/reports');
    expect(lost).toBe(1);
    expect(await accepted('fulton/rw17')).toEqual([[1, 41]]);
  }, 60_000);

  it('make a call together, question it and take it back', async () => {
    await first.getByRole('button', { name: 'Propose a call' }).click();
    await first.getByText('Too early to say').click();
    await first.getByLabel('Who says so').fill('own desk');
    expect(await faultsOn(first)).toEqual([]);
    await first.getByRole('button', { name: 'Propose it' }).click();

    await second.getByText('1 waits for you').waitFor();
    await second.getByRole('button', { name: 'Look and confirm' }).click();
    expect(await faultsOn(second)).toEqual([]);
    await second.getByRole('button', { name: 'Make it public' }).click();
    await first.getByRole('button', { name: 'Put under review' }).click();
    await first.getByLabel('Why it is put under review').fill('too soon');
    await first.getByRole('button', { name: 'Put under review at once' }).click();
    await second.getByRole('button', { name: 'Retract it' }).click();
    await first.getByText('Retracted: too soon').waitFor();
  }, 60_000);

  it('lock the contest by one key, and see it on both', async () => {
    await first.keyboard.press('F9');
    await first.keyboard.type('two feeds disagree');
    expect(await faultsOn(first)).toEqual([]);
    await first.keyboard.press('Enter');
    await second.getByRole('banner').getByText('Locked').waitFor();
    await keyUnit(second, 'rw04', [51]);
    await publish(second);
    await logged(second, 'RW04', /held/);
    await first.getByRole('article', { name: 'RW04' }).waitFor();
    await first.keyboard.press('F9');
    await first.keyboard.type('the county has explained');
    await first.keyboard.press('Enter');
    await second.getByRole('banner').getByText('Locked').waitFor({ state: 'hidden' });
  }, 60_000);

  it('amend and read who did what with nothing in the way', async () => {
    await first.getByRole('button', { name: 'Amend the definition' }).click();
    for (const kind of ['Late ballots', 'A choice', 'Certification', 'Polls close', 'Next round']) {
      await first.getByText(kind, { exact: true }).click();
      expect(await faultsOn(first)).toEqual([]);
    }
    await first.keyboard.press('Escape');
    await first.getByRole('button', { name: 'Who did what' }).click();
    await first.getByRole('cell', { name: 'locked the contest', exact: true }).waitFor();
    expect(await faultsOn(first)).toEqual([]);
    await first.keyboard.press('Escape');
  }, 60_000);

  it('say that they are old within seconds of losing the server, and send when it is back', async () => {
    await server.kill();
    const isOld = (page: Page) => page.getByRole('banner').getByText(/^Not updating/);
    await Promise.all([
      isOld(first).waitFor({ timeout: 15_000 }),
      isOld(second).waitFor({ timeout: 15_000 }),
    ]);
    await keyUnit(first, 'rw05', [61]);
    await publish(first);
    await first.getByText('1 unsent').first().waitFor();
    server = await server.startAgain();
    await isOld(first).waitFor({ state: 'hidden', timeout: 40_000 });
    await logged(first, 'RW05', /published/);
    expect(await accepted('fulton/rw05')).toEqual([[1, 61]]);
  }, 180_000);
});
