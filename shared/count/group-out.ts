import { sum } from '../basics/sum.ts';
import type { Contest, Unit } from '../election/contest.ts';
import type { Method } from '../election/method.ts';
import { ballotsCounted } from './ballots-counted.ts';
import type { UnitCells } from './cell.ts';
import { missingMethods } from './completeness.ts';
import type { Group } from './group.ts';
import type { Out } from './tally.ts';

/** What one group adds to `Out`. `expected` is 0 where it is not known. */
export type GroupOut = Omit<Out, 'expected'> & { readonly expected: number };

/**
 * The ballots that may still come from a group. Incomplete: what the poll books leave of the missing
 * methods, if known for all of them; else what registration leaves; never more than that; unknown
 * without either, or where less than nothing is left. Complete: nothing but late ballots.
 */
export function groupOut(
  contest: Contest,
  group: Group,
  cellsOf: (unit: Unit) => UnitCells,
): GroupOut {
  const ballots = sum(group.units.map((unit) => unitBallots(contest, cellsOf(unit))));
  const left = group.registration === null ? null : group.registration - ballots;
  const isComplete = group.units.every(
    (unit) => missingMethods(contest, unit, cellsOf(unit)).length === 0,
  );
  const passed = group.expected !== null && ballots > group.expected ? 1 : 0;
  const byRegistration = byRegistrationOut(left);
  if (isComplete) return { ...NOTHING, byRegistration, overExpected: passed };
  return {
    ...incompleteOut(turnoutLeft(contest, group, cellsOf), left),
    byRegistration,
    expected: Math.max(0, (group.expected ?? 0) - ballots),
    overExpected: passed,
  };
}

const NOTHING: GroupOut = {
  incomplete: 0,
  byGroup: { registration: 0, turnout: 0, unknown: 0 },
  byRegistration: { ballots: 0, unknown: 0, overBound: 0 },
  overBound: 0,
  expected: 0,
  overExpected: 0,
};

function byRegistrationOut(left: number | null): Out['byRegistration'] {
  if (left === null) return { ballots: 0, unknown: 1, overBound: 0 };
  if (left < 0) return { ballots: 0, unknown: 1, overBound: 1 };
  return { ballots: left, unknown: 0, overBound: 0 };
}

function incompleteOut(byTurnout: number | null, byRegistration: number | null): GroupOut {
  const incomplete = { ...NOTHING, incomplete: 1 };
  const left = lowest(byTurnout, byRegistration);
  const byGroup = NOTHING.byGroup;
  if (left === null) return { ...incomplete, byGroup: { ...byGroup, unknown: 1 } };
  if (left < 0) return { ...incomplete, byGroup: { ...byGroup, unknown: 1 }, overBound: 1 };
  const source = left === byTurnout ? 'turnout' : 'registration';
  return { ...incomplete, byGroup: { ...byGroup, [source]: left } };
}

/** What the poll books leave of the group's missing methods; null unless they are known for all. */
function turnoutLeft(
  contest: Contest,
  group: Group,
  cellsOf: (unit: Unit) => UnitCells,
): number | null {
  const left = group.units.flatMap((unit) => unitTurnoutLeft(contest, unit, cellsOf(unit)));
  return left.reduce<number | null>(
    (total, part) => (total === null || part === null ? null : joined(total, part)),
    0,
  );
}

/** A part below zero shows that a poll book is wrong: no other part may hide that. */
function joined(a: number, b: number): number {
  return Math.min(a, b) < 0 ? Math.min(a, b) : a + b;
}

/**
 * What each missing method's poll book leaves of it; null where there is none. Of a unit that
 * reports a total, all together: its ballots are of any of them. (They may be late ones too, which
 * takes from here what the late method's bound then keeps: the sum of both stays a bound.)
 */
function unitTurnoutLeft(
  contest: Contest,
  unit: Unit,
  cells: UnitCells,
): readonly (number | null)[] {
  const missing = missingMethods(contest, unit, cells);
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

function lowest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}

function methodBallots(contest: Contest, cells: UnitCells, method: Method): number {
  const cell = cells.get(method);
  return cell ? ballotsCounted(cell, contest.votesAllowed) : 0;
}

function unitBallots(contest: Contest, cells: UnitCells): number {
  return sum([...cells.values()].map((cell) => ballotsCounted(cell, contest.votesAllowed)));
}
