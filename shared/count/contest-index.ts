import type { ChoiceId, UnitId } from '../basics/ids.ts';
import type { Choice, Contest, Unit } from '../election/contest.ts';
import type { Method } from '../election/method.ts';
import { type Group, groupsOf } from './group.ts';

/** What is looked up in a contest again and again. */
export interface ContestIndex {
  /** In the definition's order, as all maps here. */
  readonly units: ReadonlyMap<UnitId, Unit>;
  readonly choices: ReadonlyMap<ChoiceId, Choice>;
  /** By name, '' for units without one. */
  readonly counties: ReadonlyMap<string, readonly Unit[]>;
  /** The late methods that the definition names. */
  readonly late: ReadonlySet<Method>;
  readonly groups: readonly Group[];
  readonly groupOf: ReadonlyMap<UnitId, Group>;
}

const made = new WeakMap<Contest, ContestIndex>();

/** The index of a contest, made once for each (contests are never changed in place). */
export function contestIndex(contest: Contest): ContestIndex {
  const known = made.get(contest);
  if (known) return known;
  const index = indexOf(contest);
  made.set(contest, index);
  return index;
}

function indexOf(contest: Contest): ContestIndex {
  const counties = unitsByCounty(contest);
  const groups = groupsOf(contest, counties);
  return {
    units: new Map(contest.units.map((unit) => [unit.id, unit])),
    choices: new Map(contest.choices.map((choice) => [choice.id, choice])),
    counties,
    late: new Set(contest.late.flatMap(({ method }) => (method === null ? [] : [method]))),
    groups,
    groupOf: new Map(groups.flatMap((group) => group.units.map(({ id }) => [id, group]))),
  };
}

function unitsByCounty(contest: Contest): ReadonlyMap<string, readonly Unit[]> {
  const counties = new Map<string, Unit[]>();
  for (const unit of contest.units) {
    const name = countyOf(unit);
    const county = counties.get(name);
    if (county) county.push(unit);
    else counties.set(name, [unit]);
  }
  return counties;
}

/** The name under which a unit's county is kept. */
export function countyOf(unit: Unit): string {
  return unit.parent ?? '';
}
