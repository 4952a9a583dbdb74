import type { UnitCounts } from '../../shared/count/tally.ts';

/** One county's meter, in per cent of the widest: solid what is complete, hatched what is not. */
export interface Meter {
  readonly name: string;
  readonly precincts: number;
  readonly complete: number;
  readonly partial: number;
  readonly length: number;
  readonly completeLength: number;
}

/** A meter is as long as its county has precincts. In the definition's order: a row that moved would be lost from sight. */
export function metersOf(
  counties: readonly { readonly name: string; readonly units: UnitCounts }[],
): readonly Meter[] {
  const sizes = counties.map(({ units }) => units.complete + units.partial + units.none);
  const widest = Math.max(1, ...sizes);
  return counties
    .map(({ name, units }, at): Meter => {
      const precincts = sizes[at] ?? 0;
      return {
        name,
        precincts,
        complete: units.complete,
        partial: units.partial,
        length: (100 * precincts) / widest,
        completeLength: (100 * units.complete) / widest,
      };
    })
    .filter(({ precincts }) => precincts > 0);
}
