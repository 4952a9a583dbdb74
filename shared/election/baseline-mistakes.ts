import { duplicateIds, duplicateNames, idsOf, unknownNames } from './list-mistakes.ts';
import { METHODS } from './method.ts';
import { type Mistake, mistake, type Path } from './mistake.ts';
import type { ContestOutline } from './outline.ts';

type BaselineOutline = NonNullable<NonNullable<ContestOutline['baselines']>[number]>;

const WORDS: ReadonlySet<string> = new Set(METHODS);

/** Past results of parties, units or methods that the definition does not have. */
export function baselineMistakes(
  contest: ContestOutline,
  path: Path,
  parties: ReadonlySet<string | undefined>,
): readonly Mistake[] {
  const units = new Set(idsOf(contest.units));
  const place = [...path, 'baselines'];
  return [
    ...duplicateIds(place, contest.baselines, 'baseline'),
    ...(contest.baselines ?? []).flatMap((baseline, at) => [
      ...duplicateNames([...place, at, 'parties'], baseline?.parties),
      ...unknownNames(
        'unknown-party',
        [...place, at, 'parties'],
        baseline?.parties,
        parties,
        "one of the election's parties",
      ),
      ...unitMistakes(baseline ?? {}, [...place, at, 'units'], units),
    ]),
  ];
}

function unitMistakes(
  baseline: BaselineOutline,
  path: Path,
  units: ReadonlySet<string | undefined>,
): readonly Mistake[] {
  return Object.entries(baseline.units ?? {}).flatMap(([unit, methods]) => {
    if (!units.has(unit))
      return [mistake('unknown-unit', [...path, unit], `"${unit}" is not one of the units.`)];
    return Object.entries(methods ?? {}).flatMap(([method, votes]) =>
      rowMistakes(baseline, [...path, unit, method], method, votes),
    );
  });
}

function rowMistakes(
  baseline: BaselineOutline,
  path: Path,
  method: string,
  votes: readonly unknown[] | undefined,
): readonly Mistake[] {
  if (!WORDS.has(method))
    return [mistake('unknown-method', path, `"${method}" is not a voting method.`)];
  if (votes === undefined || baseline.parties === undefined) return [];
  if (votes.length === baseline.parties.length) return [];
  const message = `Expected ${baseline.parties.length} numbers, one for each of "parties".`;
  return [mistake('votes-per-party', path, message)];
}
