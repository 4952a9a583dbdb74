import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

const FORBIDDEN = [
  ['shared/basics', 'lodash'],
  ['shared/basics', '../count/cell.ts'],
  ['shared/election', '../results/standing.ts'],
  ['shared/count', '../night/entry.ts'],
  ['shared/results', '../wire/messages.ts'],
  ['shared/night', 'node:fs'],
  ['shared/night', '../../server/app.ts'],
  ['shared/wire', '../night/board.ts'],
  ['server/live', '../../client/watch/watch-page.tsx'],
  ['client/watch', '../../server/app.ts'],
  ['client/watch', '../../shared/night/decide.ts'],
  ['client/screen', 'zod'],
  ['client/live', 'node:fs'],
  ['client/screen', '../watch/footer.tsx'],
  ['client/picture', '../screen/verdict.ts'],
  ['client/charts', 'react', '-layout.ts'],
  ['client/charts', '../live/store.ts', '-layout.ts'],
] as const;

const ALLOWED = [
  ['shared/results', '../count/tally.ts'],
  ['shared/night', 'zod'],
  ['server/live', '../../shared/night/apply.ts'],
  ['client/watch', '../../shared/results/standing.ts'],
  ['client/desk', '../../shared/night/actor.ts'],
  ['client/screen', '../picture/hero.ts'],
] as const;

const folder = mkdtempSync(join(tmpdir(), 'fiftyline-boundaries-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** One tree with every import planted in a file of its own, linted by the project's own rules. */
const caught = lint(
  [...FORBIDDEN, ...ALLOWED].map(([room, from, ending], at) => ({
    path: planted(room, at, ending),
    from,
  })),
);

function planted(room: string, at: number, ending = '.ts'): string {
  return `${room}/planted-${at}${ending}`;
}

function lint(files: { path: string; from: string }[]): string {
  copyFileSync(join(root, 'biome.json'), join(folder, 'biome.json'));
  for (const { path, from } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), `import { x } from '${from}';\nexport const y = x;\n`);
  }
  const words = ['lint', '--only=style/noRestrictedImports', '--vcs-enabled=false'];
  const biome = spawnSync(
    join(root, 'node_modules/.bin/biome'),
    [...words, '--reporter=github', '--max-diagnostics=none'],
    { cwd: folder, encoding: 'utf8' },
  );
  return biome.stdout;
}

describe('the linter keeps the rooms apart', () => {
  it.each(
    FORBIDDEN.map((row, at) => ({ room: row[0], from: row[1], path: planted(row[0], at, row[2]) })),
  )('$room may not import $from', ({ path }) => expect(caught).toContain(`${path},`));

  it.each(
    ALLOWED.map((row, at) => ({
      room: row[0],
      from: row[1],
      path: planted(row[0], FORBIDDEN.length + at),
    })),
  )('$room may import $from', ({ path }) => expect(caught).not.toContain(`${path},`));
});
