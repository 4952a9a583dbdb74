// `npm test`: on a fresh clone with only Node and npm, installs what is missing and runs everything
// that must hold. The last line is `N passed, N failed`; the exit code is 1 if anything failed.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildIfStale, checkNode, installIfMissing } from '../server/cli/ready.mjs';
import { findChromium } from './browser/chromium.mjs';

const root = resolve(import.meta.dirname, '..');

checkNode();
installIfMissing();
buildIfStale();

const CHECKS = [
  ['format and lint', 'biome', ['check', '.']],
  ['types', 'tsc', ['-b']],
  ['types of the tests', 'tsc', ['-p', 'test']],
  ['unused code and packages', 'knip', ['--no-progress']],
];

let passed = 0;
let failed = 0;

for (const [name, command, words] of CHECKS) tell(name, run(command, words));
const chromium = findChromium();
tell(
  `Chromium for the browser tests: ${chromium.path ?? chromium.missing}`,
  chromium.path !== null,
);
runVitest(chromium.path);

console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function tell(name, holds) {
  console.log(`${holds ? '✓' : '✗'} ${name}`);
  if (holds) passed += 1;
  else failed += 1;
}

function run(command, words, env = {}) {
  const path = join(root, 'node_modules/.bin', command);
  const done = spawnSync(path, words, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  });
  return done.status === 0;
}

/** A run whose report cannot be read, or that ends badly with no failed test, counts as one failure. */
function runVitest(chromiumPath) {
  const folder = mkdtempSync(join(tmpdir(), 'fiftyline-test-'));
  const report = join(folder, 'report.json');
  const holds = run(
    'vitest',
    ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`],
    chromiumPath === null ? {} : { FIFTYLINE_CHROMIUM: chromiumPath },
  );
  const counts = readCounts(report);
  rmSync(folder, { recursive: true, force: true });
  passed += counts.passed;
  failed += holds ? counts.failed : Math.max(1, counts.failed);
}

/** A test that was skipped did not show what it should: it counts as failed. */
function readCounts(report) {
  try {
    const read = JSON.parse(readFileSync(report, 'utf8'));
    const notRun = read.numPendingTests + read.numTodoTests;
    return { passed: read.numPassedTests, failed: read.numFailedTests + notRun };
  } catch {
    return { passed: 0, failed: 1 };
  }
}
