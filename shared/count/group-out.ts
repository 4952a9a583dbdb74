import { sum } from '../basics/sum.ts';
import type { Contest, Unit } from '../election/contest.ts';
import { addRemainders } from './add-remainders.ts';
import type { UnitCells } from './cell.ts';
import type { Group } from './group.ts';
import type { Out } from './tally.ts';
import { unitOut } from './unit-out.ts';

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
  const units = group.units.map((unit) => unitOut(contest, unit, cellsOf(unit)));
  const ballots = sum(units.map((unit) => unit.ballots));
  const left = group.registration === null ? null : group.registration - ballots;
  const passed = group.expected !== null && ballots > group.expected ? 1 : 0;
  const byRegistration = byRegistrationOut(left);
  if (units.every((unit) => unit.isComplete))
    return { ...NOTHING, byRegistration, overExpected: passed };
  return {
    ...incompleteOut(addRemainders(units.map((unit) => unit.turnoutLeft)), left),
    byRegistration,
    expected: Math.max(0, (group.expected ?? 0) - ballots),
    expectedUnknown: group.expected === null ? 1 : 0,
    overExpected: passed,
  };
}

const NOTHING: GroupOut = {
  incomplete: 0,
  byGroup: { registration: 0, turnout: 0, unknown: 0 },
  byRegistration: { ballots: 0, unknown: 0, overBound: 0 },
  overBound: 0,
  expected: 0,
  expectedUnknown: 0,
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

function lowest(a: number | null, b: number | null): number | null {
  if (a === null || b === null) return a ?? b;
  return Math.min(a, b);
}
