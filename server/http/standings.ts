import type { Tally } from '../../shared/count/tally.ts';
import type { Board, ContestState } from '../../shared/night/board.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import { definitionOfState } from '../live/definition-of-state.ts';

/** A contest's standing as the board has it now. */
export type Standings = (state: ContestState) => Standing;

/** Computes each standing once, however many ask: a tally is replaced as a whole when anything changes. */
export function openStandings(reads: { readonly board: Board }): Standings {
  const known = new WeakMap<Tally, Standing>();
  return (state) => {
    const { seq, definitionVersion, tally } = state;
    const last = known.get(tally);
    if (last?.seq === seq && last.definitionVersion === definitionVersion) return last;
    const standing = standingOf(definitionOfState(reads.board, state), tally, state);
    known.set(tally, standing);
    return standing;
  };
}
