import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Whether the linter lets a file that stands at `path` import `specifier`. */
function mayImport(path: string, specifier: string): boolean {
  const biome = spawnSync(
    resolve(root, 'node_modules/.bin/biome'),
    ['lint', '--only=style/noRestrictedImports', `--stdin-file-path=${path}`],
    { cwd: root, input: `import { x } from '${specifier}';\nexport const y = x;\n` },
  );
  return biome.status === 0;
}

describe('a forbidden import is caught by the linter', () => {
  it.each([
    ['shared/basics/planted.ts', 'lodash'],
    ['shared/basics/planted.ts', '../count/cell.ts'],
    ['shared/election/planted.ts', '../results/standing.ts'],
    ['shared/count/planted.ts', '../night/entry.ts'],
    ['shared/results/planted.ts', '../wire/messages.ts'],
    ['shared/night/planted.ts', 'node:fs'],
    ['shared/night/planted.ts', '../../server/app.ts'],
    ['shared/wire/planted.ts', '../night/board.ts'],
    ['server/live/planted.ts', '../../client/watch/watch-page.tsx'],
    ['client/watch/planted.ts', '../../server/app.ts'],
    ['client/watch/planted.ts', '../../shared/night/decide.ts'],
    ['client/screen/planted.ts', 'zod'],
    ['client/live/planted.ts', 'node:fs'],
    ['client/charts/planted-layout.ts', 'react'],
    ['client/charts/planted-layout.ts', '../live/store.ts'],
  ])('%s may not import %s', (path, specifier) => {
    expect(mayImport(path, specifier)).toBe(false);
  });

  it.each([
    ['shared/results/planted.ts', '../count/tally.ts'],
    ['shared/night/planted.ts', 'zod'],
    ['server/live/planted.ts', '../../shared/night/apply.ts'],
    ['client/watch/planted.ts', '../../shared/results/standing.ts'],
    ['client/desk/planted.ts', '../../shared/night/check.ts'],
  ])('%s may import %s', (path, specifier) => {
    expect(mayImport(path, specifier)).toBe(true);
  });
});
