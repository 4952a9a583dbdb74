import type { Amendment } from '../election/amendment.ts';
import { lateOf, nextOf } from '../election/election-of.ts';
import type { WrittenChanges } from './command-schemas.ts';

/** The changes as `decide` takes them: what was left out is not there at all. */
export function amendmentOf({ late, next, ...changes }: WrittenChanges): Amendment {
  return {
    ...changes,
    ...(late === undefined ? {} : { late: late.map(lateOf) }),
    ...(next === undefined ? {} : { next: nextOf(next) }),
  };
}
