import { present } from '../basics/assert.ts';
import type { UnitId } from '../basics/ids.ts';
import { sum } from '../basics/sum.ts';
import type { Contest, Unit } from '../election/contest.ts';
import { METHODS, type Method } from '../election/method.ts';
import { ballotsCounted } from './ballots-counted.ts';
import { type Cell, NO_CELLS, type UnitCells } from './cell.ts';
import { isMethodComplete, precinctStatus } from './completeness.ts';
import { contestIndex, countyOf } from './contest-index.ts';
import { type GroupOut, groupOut } from './group-out.ts';
import { keptIfSame } from './kept-if-same.ts';
import { replaceOut } from './replace-out.ts';
import { shiftUnitCounts } from './shift-unit-counts.ts';
import { shiftVotes } from './shift-votes.ts';
import type { CountyTally, MethodTally, Tally, UnitCounts, Votes } from './tally.ts';

/** A unit's cells before and after. */
interface Change {
  readonly contest: Contest;
  readonly unit: Unit;
  readonly was: UnitCells;
  readonly is: UnitCells;
  /** Of the contest, after. */
  readonly cells: ReadonlyMap<UnitId, UnitCells>;
}

/**
 * The tally after one unit's cells changed: `before` (null: it had none) to what `cellsAfter` has.
 * Equal to a rebuild by `sumsOf`, always. Counties and methods that the change does not touch stay
 * the same objects. Costs no more than the unit's group, and its county where a method goes away.
 */
export function replaceUnit(
  contest: Contest,
  tally: Tally,
  cellsAfter: ReadonlyMap<UnitId, UnitCells>,
  unit: UnitId,
  before: UnitCells | null,
): Tally {
  const change: Change = {
    contest,
    unit: present(contestIndex(contest).units.get(unit), `unit ${unit}`),
    was: before ?? NO_CELLS,
    is: cellsAfter.get(unit) ?? NO_CELLS,
    cells: cellsAfter,
  };
  const out = groupOuts(change);
  return {
    ...tally,
    votes: shiftedVotes(change, tally.votes),
    ballots: tally.ballots + ballotsMoved(change, METHODS),
    methods: methodsAfter(change, tally.methods),
    counties: countiesAfter(change, tally.counties, out.is.expected - out.was.expected),
    units: unitCountsAfter(change, tally.units),
    out: replaceOut(tally.out, out.was, out.is),
  };
}

function groupOuts({ contest, unit, was, cells }: Change): { was: GroupOut; is: GroupOut } {
  const group = present(contestIndex(contest).groupOf.get(unit.id), `group of ${unit.id}`);
  const cellsNow = (one: Unit) => cells.get(one.id) ?? NO_CELLS;
  const cellsThen = (one: Unit) => (one.id === unit.id ? was : cellsNow(one));
  return { was: groupOut(contest, group, cellsThen), is: groupOut(contest, group, cellsNow) };
}

function shiftedVotes(change: Change, votes: Votes, methods: readonly Method[] = METHODS): Votes {
  const { contest, was, is } = change;
  return shiftVotes(contest, votes, cellsBy(was, methods), cellsBy(is, methods));
}

function ballotsMoved({ contest, was, is }: Change, methods: readonly Method[]): number {
  const ballots = (cells: UnitCells) =>
    sum(cellsBy(cells, methods).map((cell) => ballotsCounted(cell, contest.votesAllowed)));
  return ballots(is) - ballots(was);
}

function cellsBy(cells: UnitCells, methods: readonly Method[]): readonly Cell[] {
  return methods.flatMap((method) => cells.get(method) ?? []);
}

function methodsAfter(change: Change, methods: Tally['methods']): Tally['methods'] {
  const after = METHODS.flatMap((method) => {
    const moved = methodAfter(change, method, methods[method]);
    return moved && moved.units > 0 ? [[method, moved] as const] : [];
  });
  return keptIfSame(methods, Object.fromEntries(after));
}

function methodAfter(change: Change, method: Method, old: MethodTally | undefined) {
  const { contest, unit, was, is } = change;
  const has = (cells: UnitCells) => Number(unit.methods.includes(method) || cells.has(method));
  const done = (cells: UnitCells) => has(cells) * Number(isMethodComplete(contest, cells, method));
  const before = old ?? { votes: noVotes(contest), ballots: 0, units: 0, complete: 0 };
  return keptIfSame(before, {
    votes: shiftedVotes(change, before.votes, [method]),
    ballots: before.ballots + ballotsMoved(change, [method]),
    units: before.units + has(is) - has(was),
    complete: before.complete + done(is) - done(was),
  });
}

function countiesAfter(
  change: Change,
  counties: Tally['counties'],
  expectedMoved: number,
): Tally['counties'] {
  const name = countyOf(change.unit);
  const county = present(counties[name], `county ${name}`);
  const after = keptIfSame(county, {
    votes: countyVotesAfter(change, county.votes),
    units: unitCountsAfter(change, county.units),
    expectedOut: county.expectedOut + expectedMoved,
  });
  return after === county ? counties : { ...counties, [name]: after };
}

function countyVotesAfter(change: Change, votes: CountyTally['votes']): CountyTally['votes'] {
  const after = METHODS.flatMap((method) => {
    if (!isReported(change, method, votes)) return [];
    const before = votes[method] ?? noVotes(change.contest);
    return [[method, shiftedVotes(change, before, [method])] as const];
  });
  return keptIfSame(votes, Object.fromEntries(after));
}

/** Whether a unit of the county has a report of the method; others are looked at only if this one's went away. */
function isReported(change: Change, method: Method, votes: CountyTally['votes']): boolean {
  const { contest, unit, was, is, cells } = change;
  if (is.has(method)) return true;
  if (!was.has(method)) return votes[method] !== undefined;
  const county = contestIndex(contest).counties.get(countyOf(unit)) ?? [];
  return county.some((other) => cells.get(other.id)?.has(method));
}

function unitCountsAfter({ contest, unit, was, is }: Change, counts: UnitCounts): UnitCounts {
  if (unit.kind === 'central') return counts;
  return shiftUnitCounts(
    counts,
    precinctStatus(contest, unit, was),
    precinctStatus(contest, unit, is),
  );
}

function noVotes(contest: Contest): Votes {
  return Object.fromEntries(contest.choices.map(({ id }) => [id, 0]));
}
