import { sum } from '../basics/sum.ts';
import type { Contest, Unit } from '../election/contest.ts';
import type { Method } from '../election/method.ts';
import { addRemainders } from './add-remainders.ts';
import { ballotsCounted } from './ballots-counted.ts';
import type { UnitCells } from './cell.ts';
import { missingMethods } from './completeness.ts';

/** What one unit has to say about the ballots that may still come. */
export interface UnitOut {
  /** Counted, over all methods. */
  readonly ballots: number;
  readonly isComplete: boolean;
  /** What the poll books leave of the missing methods; null unless known for all; below zero: one is wrong. */
  readonly turnoutLeft: number | null;
}

/** The last answer for each unit: a group is reckoned anew whenever one of its units changes, the others being as they were. */
const last = new WeakMap<Unit, { contest: Contest; cells: UnitCells; out: UnitOut }>();

export function unitOut(contest: Contest, unit: Unit, cells: UnitCells): UnitOut {
  const known = last.get(unit);
  if (known?.contest === contest && known.cells === cells) return known.out;
  const missing = missingMethods(contest, unit, cells);
  const out = {
    ballots: sum([...cells.keys()].map((method) => methodBallots(contest, cells, method))),
    isComplete: missing.length === 0,
    turnoutLeft: addRemainders(turnoutLeft(contest, unit, cells, missing)),
  };
  last.set(unit, { contest, cells, out });
  return out;
}

/**
 * What each missing method's poll book leaves of it; null where there is none. Of a unit that
 * reports a total, all together: its ballots are of any of them. (They may be late ones too, which
 * takes from here what the late method's bound then keeps: the sum of both stays a bound.)
 */
function turnoutLeft(
  contest: Contest,
  unit: Unit,
  cells: UnitCells,
  missing: readonly Method[],
): readonly (number | null)[] {
  const counted = (method: Method) => methodBallots(contest, cells, method);
  if (!cells.has('total') || missing.length === 0 || missing.includes('total'))
    return missing.map((method) => minus(unit.turnout[method], counted(method)));
  const stated = missing.map((method) => unit.turnout[method]);
  if (stated.includes(undefined)) return [null];
  return [sum(stated.map((turnout) => turnout ?? 0)) - counted('total')];
}

function minus(turnout: number | undefined, ballots: number): number | null {
  return turnout === undefined ? null : turnout - ballots;
}

function methodBallots(contest: Contest, cells: UnitCells, method: Method): number {
  const cell = cells.get(method);
  return cell ? ballotsCounted(cell, contest.votesAllowed) : 0;
}
