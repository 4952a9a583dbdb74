import type { UnitCells } from '../../shared/count/cell.ts';
import type { ContestState } from '../../shared/night/board.ts';

/** Every unit of a contest with what is counted in it by each method. Before the polls close that is nothing. */
export function unitList({ contest, cells, tally, seq }: ContestState) {
  const units = contest.units.map(({ id, name, parent, kind, registered, lon, lat }) => ({
    unit: id,
    name,
    parent,
    kind,
    registered,
    lon,
    lat,
    methods: tally.open ? methodsOf(cells.get(id)) : {},
  }));
  return { seq, units };
}

function methodsOf(cells: UnitCells | undefined) {
  const methods = [...(cells ?? [])].map(
    ([method, { votes, status, version, seq, at, nightAt, source, sourceAt }]) => [
      method,
      { votes, status, version, seq, at, nightAt, source, sourceAt },
    ],
  );
  return Object.fromEntries(methods);
}
