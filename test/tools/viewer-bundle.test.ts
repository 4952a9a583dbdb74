import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
/** What is left of an import once types are gone; what is loaded later is another bundle's. */
const IMPORT = /^(?:import|export) (?!type\b)(?:[^'";]*? from )?'([^']+)';/gm;

/** Every file of ours and every package that a file brings into its bundle. */
function bundleOf(entry: string, found = new Set<string>()): Set<string> {
  const text = readFileSync(join(root, entry), 'utf8');
  for (const [, from = ''] of text.matchAll(IMPORT)) {
    const name = from.startsWith('.') ? relative(root, join(root, dirname(entry), from)) : from;
    if (found.has(name)) continue;
    found.add(name);
    if (from.startsWith('.') && /\.tsx?$/.test(from)) bundleOf(name, found);
  }
  return found;
}

const ENTRIES = [
  'client/watch/reading-page.tsx',
  'client/screen/screen-surface.tsx',
  'client/main.tsx',
];

it.each(ENTRIES)('%s brings neither the night nor zod to a viewer, by whatever way', (entry) => {
  expect(existsSync(join(root, entry))).toBe(true);
  const bundle = [...bundleOf(entry)];
  expect(bundle.length).toBeGreaterThan(10);
  const unwanted = bundle.filter((name) => name.startsWith('shared/night/') || /^zod\b/.test(name));
  expect(unwanted).toEqual([]);
});

it('would see it, as in the desk’s own bundle', () => {
  expect([...bundleOf('shared/night/command-schemas.ts')].some((name) => /^zod\b/.test(name))).toBe(
    true,
  );
});
