import type { Contest } from '../election/contest.ts';
import type { Tally } from './tally.ts';
import { sumsOf } from './tally-of.ts';

/** What the public knows before anything is counted: nothing is open, and everything is out. */
export function emptyTally(contest: Contest): Tally {
  return {
    open: false,
    ...sumsOf(contest, new Map()),
    calls: [],
    notices: [],
    holds: 0,
    locked: false,
    corrections: [],
    asOf: null,
    lastChange: null,
    clock: { at: null, nightAt: null, rate: 1 },
  };
}
