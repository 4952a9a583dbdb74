import type { ScryptCost } from '../../server/access/passwords.ts';

/** A hash that costs nothing, for tests that sign in often. */
export const CHEAP: ScryptCost = { costLog2: 4, blockSize: 8, parallel: 1 };
