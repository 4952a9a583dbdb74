import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The browser that the tests drive: `FIFTYLINE_CHROMIUM`, else one of the system's, else Debian's,
 * installed here where that is possible.
 * @returns {{ path: string, missing: null } | { path: null, missing: string }}
 */
export function findChromium() {
  const found = system() ?? (installed() ? system() : null);
  if (found !== null) return { path: found, missing: null };
  return {
    path: null,
    missing:
      'none found. Install Chromium or Chrome (on Debian: apt-get install chromium), or name it in FIFTYLINE_CHROMIUM',
  };
}

function system() {
  const named = process.env.FIFTYLINE_CHROMIUM;
  return [...(named ? [named] : []), ...PLACES].find((path) => existsSync(path)) ?? null;
}

/** Only where we may: as root on a Debian. */
function installed() {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const quiet = {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  return spawnSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet).status === 0;
}
