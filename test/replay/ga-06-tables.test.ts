import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const tables = resolve(root, '../shared/data/ga06-2017');
const night = join(root, 'data/ga-06-2017-04-18');

const folder = mkdtempSync(join(tmpdir(), 'fiftyline-ga06-'));
afterAll(() => rmSync(folder, { recursive: true }));

function build(from: string) {
  const words = [join(root, 'data/build-ga06.mjs'), from, folder];
  return spawnSync(process.execPath, words, { encoding: 'utf8' });
}

if (existsSync(tables))
  it("the night is what the script makes of the state's tables, byte for byte", () => {
    const { status, stderr } = build(tables);
    expect(stderr).toBe('');
    expect(status).toBe(0);
    for (const file of ['election.json', 'timeline.jsonl'])
      expect(
        readFileSync(join(folder, file), 'utf8') === readFileSync(join(night, file), 'utf8'),
      ).toBe(true);
  });
else
  it(`the night cannot be written again here: no tables at ${tables}`, () => {
    const { status, stderr } = build(tables);
    expect(status).toBe(1);
    expect(stderr).toContain('ga06_2017_primary.csv');
  });
