import type { Instant } from '../../shared/basics/instant.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { standingOf } from '../../shared/results/standing-of.ts';
import type { ContestView } from './store.ts';

const standings = new WeakMap<Tally, { definition: Definition; standing: Standing }>();

/** The standing of a view: computed once for a tally and its definition, the same object ever after. */
export function standingOfView(
  view: Pick<ContestView, 'definition' | 'tally' | 'position'>,
): Standing {
  const { definition, tally, position } = view;
  const known = standings.get(tally);
  if (known?.definition === definition) return known.standing;
  const standing = standingOf(definition, tally, { seq: position.seq, ...timesOf(tally) });
  standings.set(tally, { definition, standing });
  return standing;
}

const BEFORE_ANYTHING = '1970-01-01T00:00:00.000Z' as Instant;

function timesOf(tally: Tally): { at: Instant; nightAt: Instant } {
  return tally.lastChange ?? { at: BEFORE_ANYTHING, nightAt: BEFORE_ANYTHING };
}
