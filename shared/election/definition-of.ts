import type { Contest, Election, Unit } from './contest.ts';
import type { County, Definition } from './definition.ts';

/** What a reader needs of a contest beside its tally. `version`: 1, 2, …, of the contest's definition. */
export function definitionOf(election: Election, contest: Contest, version: number): Definition {
  const { contests: _, ...night } = election;
  const { units, baselines: __, ...decided } = contest;
  return { version, election: night, contest: decided, counties: countiesOf(units) };
}

function countiesOf(units: readonly Unit[]): readonly County[] {
  const byName = new Map<string, Unit[]>();
  for (const unit of units) {
    const name = unit.parent ?? '';
    const county = byName.get(name);
    if (county) county.push(unit);
    else byName.set(name, [unit]);
  }
  return [...byName].map(([name, own]) => ({
    name,
    precincts: own.filter(({ kind }) => kind === 'precinct').length,
    registered: sumIfKnown(own.map(({ registered }) => registered)),
  }));
}

function sumIfKnown(numbers: readonly (number | null)[]): number | null {
  return numbers.reduce(
    (sum, number) => (sum === null || number === null ? null : sum + number),
    0,
  );
}
