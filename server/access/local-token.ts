import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Access } from './access.ts';

const NAME = 'local';

/** The server's own token, for commands given on its machine by who may read its data folder. */
export function readLocalToken(directory: string): string | null {
  const file = join(directory, 'local-token');
  return existsSync(file) ? readFileSync(file, 'utf8').trim() : null;
}

/** Sees to it that `local-token` (mode 600) in the data folder holds a token that works. */
export async function keepLocalToken(access: Access, directory: string): Promise<void> {
  const kept = readLocalToken(directory);
  if (kept !== null && (await access.byToken(kept))?.name === NAME) return;
  const secret = await access.serviceToken(NAME, 'admin');
  const file = join(directory, 'local-token');
  writeFileSync(file, `${secret}\n`, { mode: 0o600 });
  // A file that was there keeps its mode when it is written over.
  chmodSync(file, 0o600);
}
