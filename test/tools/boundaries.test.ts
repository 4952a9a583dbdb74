import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');

/** Who imports whom, and with which ending its file's name has. */
type Import = readonly [room: string, from: string, ending?: string];

/** Each knows those before it. */
const ONE_WAY = ['basics', 'election', 'count', 'results', 'night'];
const SHARED = [...ONE_WAY, 'wire'];
const SURFACES = ['watch', 'screen', 'desk'];
const BELOW_SURFACES = ['picture', 'charts', 'design', 'words', 'live'];
const CLIENT = [...SURFACES, ...BELOW_SURFACES];
const SERVER = ['desk', 'journal', 'live', 'http', 'access', 'replay', 'cli', 'election'];

const FORBIDDEN: readonly Import[] = [
  ...SHARED.flatMap((room): Import[] => [
    [`shared/${room}`, 'lodash'],
    [`shared/${room}`, 'node:fs'],
    [`shared/${room}`, '../../server/app.ts'],
    [`shared/${room}`, '../../client/watch/watch-page.tsx'],
  ]),
  ...ONE_WAY.flatMap((room, at) =>
    [...ONE_WAY.slice(at + 1), 'wire'].map(
      (later): Import => [`shared/${room}`, `../${later}/x.ts`],
    ),
  ),
  ['shared/wire', '../night/board.ts'],
  ...SERVER.map((room): Import => [`server/${room}`, '../../client/live/store.ts']),
  ...CLIENT.flatMap((room): Import[] => [
    [`client/${room}`, '../../server/app.ts'],
    [`client/${room}`, 'node:fs'],
    [`client/${room}`, 'zod'],
  ]),
  // The desk's own bundle may know the night.
  ...CLIENT.filter((room) => room !== 'desk').map(
    (room): Import => [`client/${room}`, '../../shared/night/decide.ts'],
  ),
  ...SURFACES.flatMap((room) =>
    SURFACES.filter((other) => other !== room).map(
      (other): Import => [`client/${room}`, `../${other}/x.tsx`],
    ),
  ),
  ...BELOW_SURFACES.flatMap((room) =>
    SURFACES.map((other): Import => [`client/${room}`, `../${other}/x.tsx`]),
  ),
  ...[
    'react',
    'react-dom',
    'zustand',
    'zod',
    'node:fs',
    '../live/store.ts',
    '../watch/x.tsx',
    '../screen/x.tsx',
    '../desk/x.tsx',
    '../../server/app.ts',
    '../../shared/night/decide.ts',
  ].map((from): Import => ['client/charts', from, '-layout.ts']),
];

const ALLOWED: readonly Import[] = [
  ...ONE_WAY.flatMap((room, at) =>
    ONE_WAY.slice(0, at).map((earlier): Import => [`shared/${room}`, `../${earlier}/x.ts`]),
  ),
  ...['basics', 'election', 'count', 'results'].map(
    (room): Import => ['shared/wire', `../${room}/x.ts`],
  ),
  ['shared/night', 'zod'],
  ['server/live', '../../shared/night/apply.ts'],
  ['server/http', 'express'],
  ['client/watch', '../../shared/results/standing.ts'],
  ['client/desk', '../../shared/night/actor.ts'],
  ['client/screen', '../picture/hero.ts'],
  ['client/charts', 'd3', '-layout.ts'],
];

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
      path: planted(row[0], FORBIDDEN.length + at, row[2]),
    })),
  )('$room may import $from', ({ path }) => expect(caught).not.toContain(`${path},`));
});
