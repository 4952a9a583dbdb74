import type { Contest, Unit } from '../election/contest.ts';

/**
 * Units whose ballots can only be reckoned together: one, or all of a county in which a central unit
 * counts ballots of the precincts' voters.
 */
export interface Group {
  readonly county: string;
  readonly units: readonly Unit[];
  /** Ballots that can be counted here at most; null where registration is not known or no bound. */
  readonly registration: number | null;
  /** Ballots expected here; null where that is not known. */
  readonly expected: number | null;
}

export function groupsOf(
  contest: Contest,
  counties: ReadonlyMap<string, readonly Unit[]>,
): readonly Group[] {
  const isBound = contest.registration?.is === 'all';
  return [...counties].flatMap(([county, units]) =>
    (units.some(isCentral) ? [units] : units.map((unit) => [unit])).map((together) => ({
      county,
      units: together,
      registration: isBound ? votersSum(together, ({ registered }) => registered) : null,
      expected: votersSum(together, ({ expected }) => expected),
    })),
  );
}

/**
 * Voters belong to precincts: all of these must be known. A central unit adds what it states, which
 * is usually nothing.
 */
function votersSum(units: readonly Unit[], stated: (unit: Unit) => number | null): number | null {
  const figures = units.map(stated);
  const known = units.every((unit) => isCentral(unit) || stated(unit) !== null);
  if (!known || figures.every((figure) => figure === null)) return null;
  return figures.reduce<number>((sum, figure) => sum + (figure ?? 0), 0);
}

function isCentral(unit: Unit): boolean {
  return unit.kind === 'central';
}
