import type { ContestId } from '../basics/ids.ts';
import { apply } from './apply.ts';
import type { Board, ContestState } from './board.ts';
import type { EntryDraft, Time } from './entry.ts';

/**
 * What the contests of an entry's election, or the one contest it is about, would be after it: applied
 * to a copy, so that the board stays as it is.
 */
export function trialAfter(
  board: Board,
  draft: EntryDraft,
  time: Time,
): ReadonlyMap<ContestId, ContestState> {
  const isTouched = ({ contest, election }: ContestState) =>
    draft.contest === null ? election === draft.election : contest.id === draft.contest;
  const touched = [...board.contests].filter(([, state]) => isTouched(state));
  const trial: Board = {
    ...board,
    elections: new Map([...board.elections].map(([id, state]) => [id, { ...state }])),
    contests: new Map(touched.map(([id, state]) => [id, copyOf(state)])),
    // Written to by the entries that are tried, never read.
    reportIds: new Map(),
    hidden: new Set(),
    holds: new Map(board.holds),
    amendments: new Map(board.amendments),
  };
  apply(trial, { ...draft, ...time, seq: board.seq + 1 });
  return trial.contests;
}

function copyOf(state: ContestState): ContestState {
  return {
    ...state,
    cells: new Map(state.cells),
    versions: new Map(state.versions),
    embargoed: new Map(state.embargoed),
    pending: new Map(state.pending),
  };
}
