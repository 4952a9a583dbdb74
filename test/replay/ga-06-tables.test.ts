import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const tables = resolve(root, '../shared/data/ga06-2017');
/** By the script that writes each. */
const NIGHTS = [
  ['build-ga06.mjs', 'ga-06-2017-04-18', 'ga06_2017_primary.csv'],
  ['build-ga06-runoff.mjs', 'ga-06-runoff-2017-06-20', 'ga06_2017_runoff.csv'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'fiftyline-ga06-'));
afterAll(() => rmSync(folder, { recursive: true }));

function build(script: string, from: string) {
  const words = [join(root, 'data', script), from, folder];
  return spawnSync(process.execPath, words, { encoding: 'utf8' });
}

describe.each(NIGHTS)('%s', (script, night, table) => {
  if (existsSync(tables))
    it(`makes ${night} of the state's tables, byte for byte`, () => {
      const { status, stderr } = build(script, tables);
      expect(stderr).toBe('');
      expect(status).toBe(0);
      for (const file of ['election.json', 'timeline.jsonl'])
        expect(
          readFileSync(join(folder, file), 'utf8') ===
            readFileSync(join(root, 'data', night, file), 'utf8'),
        ).toBe(true);
    });
  else
    it(`cannot write ${night} again here: no tables at ${tables}`, () => {
      const { status, stderr } = build(script, tables);
      expect(status).toBe(1);
      expect(stderr).toContain(table);
    });
});
