import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { GOLDEN, goldenSvgs } from './golden-svgs.ts';

/** `GOLDEN=record npx vitest run test/charts/golden.test.ts` takes what is drawn now for right. */
const RECORD = process.env.GOLDEN === 'record';

let drawn: ReadonlyMap<string, string>;

beforeAll(async () => {
  drawn = await goldenSvgs();
  if (!RECORD) return;
  rmSync(GOLDEN, { recursive: true, force: true });
  mkdirSync(GOLDEN, { recursive: true });
  for (const [file, svg] of drawn) writeFileSync(join(GOLDEN, file), svg);
}, 120_000);

describe('the charts over the night of 18 April 2017', () => {
  it.each(existsSync(GOLDEN) ? readdirSync(GOLDEN) : [])('draw %s as it was looked at', (file) => {
    expect(drawn.get(file) ?? '').toBe(readFileSync(join(GOLDEN, file), 'utf8'));
  });

  it('draw nothing that nobody has looked at', () => {
    expect([...drawn.keys()].sort()).toEqual(readdirSync(GOLDEN).sort());
  });

  it('draw with numbers alone: no shape is anywhere or of any size that is none', () => {
    for (const [file, svg] of drawn) {
      expect(svg, file).not.toMatch(/NaN|Infinity|undefined|="null"|(width|height|r)="-/);
    }
  });
});
