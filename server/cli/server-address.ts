import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Notes in the data folder where browsers find the server, so that links which are made there lead to it. */
export function keepAddress(directory: string, url: string): void {
  writeFileSync(join(directory, 'address'), `${url}\n`, { mode: 0o600 });
}

/** Where the last server on this folder was found; null where none has been. */
export function readAddress(directory: string): string | null {
  const file = join(directory, 'address');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}
