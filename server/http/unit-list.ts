import type { ContestState } from '../../shared/night/board.ts';

/**
 * Every unit of a contest with what is counted in it by each method. Before the polls close that is
 * nothing. Enough for a desk to check a report as the server will.
 */
export function unitList({ contest, cells, tally, seq }: ContestState) {
  const units = contest.units.map((unit) => ({
    unit: unit.id,
    name: unit.name,
    parent: unit.parent,
    kind: unit.kind,
    countedBy: unit.methods,
    registered: unit.registered,
    expected: unit.expected,
    lon: unit.lon,
    lat: unit.lat,
    methods: Object.fromEntries(tally.open ? (cells.get(unit.id) ?? []) : []),
  }));
  return { seq, units };
}
