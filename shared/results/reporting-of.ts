import type { UnitCounts } from '../count/tally.ts';
import type { Standing } from './standing.ts';

/** Precincts by status, and how many there are. */
export function reportingOf({ complete, partial, none }: UnitCounts): Standing['reporting'] {
  return { units: complete + partial + none, complete, partial, none };
}
