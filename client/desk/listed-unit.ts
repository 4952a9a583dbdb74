import type { UnitId } from '../../shared/basics/ids.ts';
import type { Cell, Count } from '../../shared/count/cell.ts';
import type { Contest, Unit } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { METHODS, type Method } from '../../shared/election/method.ts';

/** What `GET /api/v1/contests/:id/units` gives. */
export interface UnitList {
  readonly seq: number;
  readonly units: readonly ListedUnit[];
}

/** What is counted, and which version of it that is. */
export type ListedCell = Count & Pick<Cell, 'version'>;

export type ListedCells = ReadonlyMap<Method, ListedCell>;

export interface ListedUnit
  extends Pick<Unit, 'name' | 'parent' | 'kind' | 'registered' | 'expected' | 'lon' | 'lat'> {
  readonly unit: UnitId;
  /** The unit's own methods. */
  readonly countedBy: readonly Method[];
  /** What is counted, by method. */
  readonly methods: Readonly<Partial<Record<Method, ListedCell>>>;
}

export function cellsOf({ methods }: ListedUnit): ListedCells {
  const cells = METHODS.flatMap((method): [Method, ListedCell][] => {
    const cell = methods[method];
    return cell === undefined ? [] : [[method, cell]];
  });
  return new Map(cells);
}

/** The contest with its units, so that the desk checks a report as the server will. */
export function wholeContest(definition: Definition, { units }: UnitList): Contest {
  return { ...definition.contest, baselines: [], units: units.map(unitOf) };
}

function unitOf({ unit, countedBy, methods: _, ...rest }: ListedUnit): Unit {
  return { ...rest, id: unit, methods: countedBy, turnout: {}, pollsClose: null };
}
