import type { UnitId } from '../basics/ids.ts';
import { sum } from '../basics/sum.ts';
import type { Contest, Unit } from '../election/contest.ts';
import { METHODS, type Method } from '../election/method.ts';
import { ballotsCounted } from './ballots-counted.ts';
import { type Cell, NO_CELLS, type UnitCells } from './cell.ts';
import { isMethodComplete, precinctStatus } from './completeness.ts';
import { contestIndex } from './contest-index.ts';
import { type GroupOut, groupOut } from './group-out.ts';
import { sumOuts } from './sum-outs.ts';
import type { CountyTally, MethodTally, TallySums, UnitCounts, Votes } from './tally.ts';
import { votesFor } from './votes-for.ts';

/**
 * The sums of a tally, from all cells of a contest: what `replaceUnit` keeps up to date, and what is
 * made anew when the definition changes or the polls close.
 */
export function sumsOf(contest: Contest, cells: ReadonlyMap<UnitId, UnitCells>): TallySums {
  const cellsOf = (unit: Unit) => cells.get(unit.id) ?? NO_CELLS;
  const outs = contestIndex(contest).groups.map((group) => ({
    county: group.county,
    out: groupOut(contest, group, cellsOf),
  }));
  const all = contest.units.flatMap((unit) => [...cellsOf(unit).values()]);
  return {
    votes: votesOf(contest, all),
    ballots: ballotsOf(contest, all),
    methods: methodsOf(contest, cellsOf),
    counties: countiesOf(contest, cellsOf, outs),
    units: unitCountsOf(contest, contest.units, cellsOf),
    out: sumOuts(
      outs.map(({ out }) => out),
      contest.units.some(({ expected }) => expected !== null),
    ),
  };
}

type CellsOf = (unit: Unit) => UnitCells;

function votesOf(contest: Contest, cells: readonly Cell[]): Votes {
  return Object.fromEntries(
    contest.choices.map(({ id }) => [id, sum(cells.map((cell) => votesFor(cell, id)))]),
  );
}

function ballotsOf(contest: Contest, cells: readonly Cell[]): number {
  return sum(cells.map((cell) => ballotsCounted(cell, contest.votesAllowed)));
}

function cellsBy(method: Method, units: readonly Unit[], cellsOf: CellsOf): readonly Cell[] {
  return units.flatMap((unit) => cellsOf(unit).get(method) ?? []);
}

function methodsOf(contest: Contest, cellsOf: CellsOf): TallySums['methods'] {
  return Object.fromEntries(
    METHODS.map((method) => [method, methodOf(contest, method, cellsOf)] as const).filter(
      ([, { units }]) => units > 0,
    ),
  );
}

function methodOf(contest: Contest, method: Method, cellsOf: CellsOf): MethodTally {
  const units = contest.units.filter(
    (unit) => unit.methods.includes(method) || cellsOf(unit).has(method),
  );
  const cells = cellsBy(method, units, cellsOf);
  return {
    votes: votesOf(contest, cells),
    ballots: ballotsOf(contest, cells),
    units: units.length,
    complete: units.filter((unit) => isMethodComplete(contest, cellsOf(unit), method)).length,
  };
}

function countiesOf(
  contest: Contest,
  cellsOf: CellsOf,
  outs: readonly { readonly county: string; readonly out: GroupOut }[],
): TallySums['counties'] {
  return Object.fromEntries(
    [...contestIndex(contest).counties].map(([name, units]) => {
      const here = outs.filter(({ county }) => county === name);
      const county: CountyTally = {
        votes: countyVotes(contest, units, cellsOf),
        units: unitCountsOf(contest, units, cellsOf),
        expectedOut: sum(here.map(({ out }) => out.expected)),
      };
      return [name, county];
    }),
  );
}

function countyVotes(
  contest: Contest,
  units: readonly Unit[],
  cellsOf: CellsOf,
): CountyTally['votes'] {
  return Object.fromEntries(
    METHODS.map((method) => [method, cellsBy(method, units, cellsOf)] as const)
      .filter(([, cells]) => cells.length > 0)
      .map(([method, cells]) => [method, votesOf(contest, cells)]),
  );
}

function unitCountsOf(contest: Contest, units: readonly Unit[], cellsOf: CellsOf): UnitCounts {
  const statuses = units
    .filter(({ kind }) => kind === 'precinct')
    .map((unit) => precinctStatus(contest, unit, cellsOf(unit)));
  return {
    complete: statuses.filter((status) => status === 'complete').length,
    partial: statuses.filter((status) => status === 'partial').length,
    none: statuses.filter((status) => status === 'none').length,
  };
}
