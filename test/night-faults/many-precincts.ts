import type { Election } from '../../shared/election/contest.ts';
import { makeUnit } from '../count/make.ts';
import { makeElection, makeMayor } from '../night/make-night.ts';

export const PRECINCTS = 700;

/** The town's election in so many precincts that each needs to report only once. */
export function manyPrecincts(): Election {
  const units = Array.from({ length: PRECINCTS }, (_, at) =>
    makeUnit(precinct(at), { name: `Precinct ${at}`, parent: 'Hill' }),
  );
  return makeElection({ contests: [makeMayor({ units })] });
}

export function precinct(at: number): string {
  return `hill/${at}`;
}
