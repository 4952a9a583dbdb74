import type { ContestId, ElectionId, UnitId } from '../basics/ids.ts';
import type { Cell } from '../count/cell.ts';
import type { Method } from '../election/method.ts';
import type { Board, ContestState, ElectionState } from './board.ts';
import type { ClosedUnits } from './public-units.ts';

/** One more whenever boards are written in another form: of an older one nothing can be made. */
const FORM = 2;

/** A board as one text, maps as lists of their entries in order: for snapshots, and to compare boards. */
export function boardText(board: Board): string {
  const contests: [ContestId, PlainContest][] = [...board.contests].map(([id, state]) => [
    id,
    plainContest(state),
  ]);
  const plain: PlainBoard = {
    form: FORM,
    seq: board.seq,
    at: board.at,
    elections: [...board.elections],
    contests,
    reportIds: [...board.reportIds],
    holds: [...board.holds],
    proposals: [...board.proposals],
    retractions: [...board.retractions],
    amendments: [...board.amendments],
    notices: [...board.notices],
    lockIds: [...board.lockIds],
    hidden: [...board.hidden],
  };
  return JSON.stringify(plain);
}

/**
 * The board of a text that `boardText` made.
 * @throws where an older program made it in another form
 */
export function parseBoard(text: string): Board {
  const plain = JSON.parse(text) as PlainBoard; // made by boardText, and kept under a hash
  if (plain.form !== FORM) throw new Error('This board was written in another form.');
  return {
    seq: plain.seq,
    at: plain.at,
    elections: new Map(plain.elections),
    contests: new Map(plain.contests.map(([id, state]) => [id, contestState(state)])),
    reportIds: new Map(plain.reportIds),
    holds: new Map(plain.holds),
    proposals: new Map(plain.proposals),
    retractions: new Map(plain.retractions),
    amendments: new Map(plain.amendments),
    notices: new Map(plain.notices),
    lockIds: new Map(plain.lockIds),
    hidden: new Set(plain.hidden),
  };
}

type Listed<Kept> =
  Kept extends ReadonlyMap<infer Key, infer Value>
    ? [Key, Value][]
    : Kept extends ReadonlySet<infer Item>
      ? Item[]
      : Kept;

type PlainBoard = { [Key in keyof Omit<Board, 'contests' | 'elections'>]: Listed<Board[Key]> } & {
  form: number;
  elections: [ElectionId, ElectionState][];
  contests: [ContestId, PlainContest][];
};

type PlainContest = Omit<
  ContestState,
  'cells' | 'versions' | 'pending' | 'closedUnits' | 'embargoed'
> & {
  closedUnits: Listed<ClosedUnits>;
  embargoed: Listed<ContestState['embargoed']>;
  cells: [UnitId, [Method, Cell][]][];
  versions: [UnitId, [Method, number][]][];
  pending: Listed<ContestState['pending']>;
};

function plainContest(state: ContestState): PlainContest {
  return {
    ...state,
    cells: [...state.cells].map(([unit, cells]) => [unit, [...cells]]),
    versions: [...state.versions].map(([unit, versions]) => [unit, [...versions]]),
    pending: [...state.pending],
    closedUnits: state.closedUnits === 'all' ? 'all' : [...state.closedUnits],
    embargoed: [...state.embargoed],
  };
}

function contestState(plain: PlainContest): ContestState {
  return {
    ...plain,
    cells: new Map(plain.cells.map(([unit, cells]) => [unit, new Map(cells)])),
    versions: new Map(plain.versions.map(([unit, versions]) => [unit, new Map(versions)])),
    pending: new Map(plain.pending),
    closedUnits: plain.closedUnits === 'all' ? 'all' : new Set(plain.closedUnits),
    embargoed: new Map(plain.embargoed),
  };
}
