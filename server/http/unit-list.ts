import type { ContestState } from '../../shared/night/board.ts';
import { publicCells } from '../../shared/night/public-units.ts';

/**
 * Every unit of a contest with what is counted in it by each method. Before its polls close that is
 * nothing. Enough for a desk to check a report as the server will.
 */
export function unitList(state: ContestState) {
  const { contest, seq } = state;
  const cells = publicCells(state);
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
    methods: Object.fromEntries(cells.get(unit.id) ?? []),
  }));
  return { seq, units };
}
