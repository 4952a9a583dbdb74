import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { lockFolder } from '../journal/folder-lock.ts';
import { hasOwnWork } from './has-own-work.ts';
import { isUnplayed } from './is-unplayed.ts';
import { Said } from './said.ts';

/** People stay signed in over a night that is played anew. */
const KEPT = /^(accounts\.db.*|local-token)$/;

/**
 * Puts a data folder aside as a whole and makes an empty one that has its accounts: `var/demo` as
 * `var/demo-last` in place of the one before it, for a recorded night can be played again; but what has
 * somebody's own work in it under a name of its own, and for good. One rename, so that a kill leaves no
 * half of a journal.
 */
export function setAside(data: string): void {
  const folder = resolve(data);
  if (!existsSync(folder)) return;
  const unlock = lockFolder(folder);
  if (unlock === null) throw new Said(`Another server is using ${data}. Stop it first.`);
  // A start that failed leaves one, as where the port was taken: the last night stays the last.
  if (isUnplayed(folder)) {
    unlock();
    return;
  }
  const aside = hasOwnWork(folder) ? freeName(`${folder}-kept`) : `${folder}-last`;
  rmSync(aside, { recursive: true, force: true });
  renameSync(folder, aside);
  unlock();
  mkdirSync(folder, { mode: 0o700 });
  for (const name of readdirSync(aside))
    if (KEPT.test(name)) copyFileSync(join(aside, name), join(folder, name));
}

function freeName(name: string): string {
  for (let number = 1; ; number += 1) {
    const numbered = `${name}-${number}`;
    if (!existsSync(numbered)) return numbered;
  }
}
