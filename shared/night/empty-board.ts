import type { Board } from './board.ts';

/** The board before the first entry. */
export function emptyBoard(): Board {
  return {
    seq: 0,
    at: null,
    elections: new Map(),
    contests: new Map(),
    reportIds: new Map(),
    holds: new Map(),
    proposals: new Map(),
    retractions: new Map(),
    amendments: new Map(),
    notices: new Map(),
    lockIds: new Map(),
    hidden: new Set(),
  };
}
