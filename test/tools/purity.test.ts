import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
/** What would make the same entries add up to something else the next time. */
const IMPURE =
  /\bDate\.now\b|\bnew Date\(\)|\bMath\.random\b|\bcrypto\.|\bprocess\.|\bsetTimeout\b|\bperformance\./;

function linesOf(folder: string): { place: string; line: string }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) =>
      readFileSync(join(root, folder, name), 'utf8')
        .split('\n')
        .map((line, at) => ({ place: `${folder}/${name}:${at + 1}`, line })),
    );
}

it('shared knows no clock, no randomness, no environment and no timers', () => {
  const lines = linesOf('shared');
  expect(lines.length).toBeGreaterThan(500);
  expect(lines.filter(({ line }) => IMPURE.test(line))).toEqual([]);
});

it.each([
  'const now = Date.now();',
  'const now = new Date();',
  'return Math.random() < half;',
  'const id = crypto.randomUUID();',
  'if (process.env.DEBUG) return;',
  'setTimeout(close, 1_000);',
  'const start = performance.now();',
])('would see %s', (line) => expect(line).toMatch(IMPURE));
