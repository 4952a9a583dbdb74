import { describe, expect, it } from 'vitest';
import { openTallyKeeper } from '../../server/live/tally-keeper.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import type { ContestState } from '../../shared/night/board.ts';
import { makeNight } from '../night/make-night.ts';
import { makeTally, START_MS } from './make-live.ts';

/** The mayor's contest so many seconds into the night, with Ann at a share of 100 votes. */
function stateAt(seconds: number, ann: number): ContestState {
  const votes = { ann, bob: 100 - ann };
  const nightAt = instantOf(START_MS + seconds * 1_000);
  return { ...makeNight().state(), seq: seconds, nightAt, tally: makeTally(0, { votes }) };
}

/** The seqs of what is kept of these states, one after the other. */
function keptOf(...states: ContestState[]): number[] {
  const keeper = openTallyKeeper();
  for (const [at, state] of states.entries()) keeper.note(states[at - 1] ?? null, state);
  return keeper.take().map(({ seq }) => seq);
}

describe('the tallies that are kept', () => {
  it('begin with the first of a contest', () => {
    expect(keptOf(stateAt(1, 60))).toEqual([1]);
  });

  it('are the last of every half minute', () => {
    const states = [1, 5, 29, 31, 40, 95].map((seconds) => stateAt(seconds, 60));
    expect(keptOf(...states)).toEqual([1, 29, 40]);
  });

  it('are both sides of every crossing', () => {
    const states = [stateAt(1, 60), stateAt(2, 55), stateAt(3, 45), stateAt(4, 44), stateAt(5, 43)];
    expect(keptOf(...states)).toEqual([1, 2, 3]);
  });

  it('are those before a replay set its clock back, too', () => {
    expect(keptOf(stateAt(1, 60), stateAt(95, 60), stateAt(2, 60))).toEqual([1, 95]);
  });

  it('are given once', () => {
    const keeper = openTallyKeeper();
    keeper.note(null, stateAt(1, 60));
    expect(keeper.take()).toHaveLength(1);
    expect(keeper.take()).toEqual([]);
  });
});
