// Runs before anything is installed or built, so it uses nothing but Node.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const INSTALLED = join(root, 'node_modules/.fiftyline-installed');
const BUILT = join(root, 'dist/.fiftyline-built');
const SOURCES = [
  'shared',
  'server',
  'client',
  'tsconfig.base.json',
  'tsconfig.json',
  'vite.config.ts',
];

/** Ends the process with one line where Node is too old to run the rest. */
export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  stop(`Fiftyline needs Node 20.19 or later; this is ${process.version}. See https://nodejs.org.`);
}

/** Installs the packages that package-lock.json names, unless they are there already. */
export function installIfMissing() {
  const wanted = createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
  if (readIfThere(INSTALLED) === wanted) return;
  console.error(
    'Installing packages (once; about a minute where better-sqlite3 has to be compiled) …',
  );
  // Not `npm ci`: it refuses a lock that lacks the optional binaries of other systems.
  run(
    'npm',
    ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'],
    {
      hint: 'npm could not install the packages. better-sqlite3 needs a C++ compiler, make and python3 where no ready binary exists.',
    },
  );
  writeFileSync(INSTALLED, wanted);
}

/** Builds shared, server and client into dist/, unless what is there was built from these very sources. */
export function buildIfStale() {
  const wanted = fingerprint();
  if (readIfThere(BUILT) === wanted) return;
  console.error('Building …');
  run('npm', ['run', '--silent', 'build'], {
    hint: 'The build failed; the lines above say where.',
  });
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(BUILT, wanted);
}

/** What the sources are, without reading them: path, size and time of change of every file. */
function fingerprint() {
  const hash = createHash('sha256').update(readIfThere(INSTALLED) ?? '');
  for (const source of SOURCES) for (const line of listed(source)) hash.update(line);
  return hash.digest('hex');
}

function* listed(path) {
  const stat = statSync(join(root, path));
  if (!stat.isDirectory()) yield `${path} ${stat.size} ${stat.mtimeMs}\n`;
  else for (const name of readdirSync(join(root, path)).sort()) yield* listed(`${path}/${name}`);
}

function run(command, words, { hint }) {
  // Started from a test, it would build React for one.
  const env = { ...process.env, NODE_ENV: 'production' };
  try {
    // What they print goes to the error stream: standard output belongs to the command that was asked for.
    execFileSync(command, words, { cwd: root, stdio: ['ignore', 2, 2], env });
  } catch {
    stop(hint);
  }
}

function readIfThere(path) {
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

function stop(message) {
  console.error(message);
  process.exit(1);
}
