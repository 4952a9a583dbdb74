import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The folder of the package, whether this runs from its sources or from what was built of them. */
export const ROOT = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const above = dirname(folder);
  if (above === folder) throw new Error('assertion failed: no package.json above the server');
  return rootAbove(above);
}
