import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFolder } from '../journal/folder-lock.ts';
import { Said } from './said.ts';

/** People stay signed in over a night that is played anew. */
const KEPT = /^(accounts\.db.*|local-token)$/;

/**
 * Puts a data folder aside as a whole, `var/demo` as `var/demo-last` in place of the one before it, and
 * makes an empty one that has its accounts. One rename, so that a kill leaves no half of a journal.
 */
export function setAside(data: string): void {
  const folder = resolve(data);
  if (!existsSync(folder)) return;
  const unlock = lockFolder(folder);
  if (unlock === null) throw new Said(`Another server is using ${data}. Stop it first.`);
  const last = `${folder}-last`;
  rmSync(last, { recursive: true, force: true });
  renameSync(folder, last);
  unlock();
  mkdirSync(folder, { mode: 0o700 });
  for (const name of readdirSync(last))
    if (KEPT.test(name)) copyFileSync(join(last, name), join(folder, name));
}
