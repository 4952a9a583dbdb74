import { msOf } from '../../shared/basics/instant.ts';
import type { ContestState } from '../../shared/night/board.ts';
import { crosses } from '../../shared/results/crossing.ts';
import type { KeptTally } from '../journal/journal.ts';

/** A night of eight hours leaves fewer than the 1,000 points of a contest's history. */
const INTERVAL_MS = 30_000;

export interface TallyKeeper {
  /** A contest changed; `before` is null where it is new. */
  note(before: ContestState | null, after: ContestState): void;
  /** What is to be kept since the last time. */
  take(): readonly KeptTally[];
}

/**
 * Chooses the tallies that are kept for history and time travel: the last of every half minute of the
 * night's time, the first of all, and both sides of every crossing of the line. The choice rests on the
 * entries alone, so that it is the same whenever they are read again.
 */
export function openTallyKeeper(): TallyKeeper {
  let kept = new Map<string, KeptTally>();

  function keep({ contest, seq, at, nightAt, tally }: ContestState): void {
    const text = JSON.stringify(tally);
    kept.set(`${contest.id} ${seq}`, { contest: contest.id, seq, at, nightAt, tally: text });
  }

  return {
    note(before, after) {
      if (before === null) return keep(after);
      const crossed = crosses(after.contest, before.tally, after.tally);
      if (crossed || intervalOf(before) !== intervalOf(after)) keep(before);
      if (crossed) keep(after);
    },
    take() {
      const taken = [...kept.values()];
      kept = new Map();
      return taken;
    },
  };
}

/** Compared for being another one, not a later one: a replay may set the night's clock back. */
function intervalOf(state: ContestState): number {
  return Math.floor(msOf(state.nightAt) / INTERVAL_MS);
}
