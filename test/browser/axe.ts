import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds wrong on a page as it is, each with the first place. Its context bypasses the page's policy. */
export async function faultsOn(page: Page): Promise<string[]> {
  await page.evaluate(AXE);
  const found = await page.evaluate(
    (rules) =>
      // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on the window, without types.
      (window as any).axe.run(document, { runOnly: { type: 'tag', values: rules } }),
    RULES,
  );
  return found.violations.map(
    (violation: { id: string; nodes: { html: string }[] }) =>
      `${violation.id}: ${violation.nodes[0]?.html}`,
  );
}
