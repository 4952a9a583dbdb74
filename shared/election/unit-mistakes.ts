import { duplicateIds, unknownNames } from './list-mistakes.ts';
import { methodListMistakes, words } from './method-mistakes.ts';
import { type Mistake, mistake, type Path } from './mistake.ts';
import type { ContestOutline, UnitOutline } from './outline.ts';

/** Units that are there twice or say what cannot be, one by one and all together. */
export function unitMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  return [
    ...duplicateIds([...path, 'units'], contest.units, 'unit'),
    ...(contest.units ?? []).flatMap((unit, at) =>
      unit === undefined ? [] : oneUnitMistakes(contest, unit, [...path, 'units', at]),
    ),
    ...expectedByMistakes(contest, path),
    ...rollMistakes(contest, path),
  ];
}

function oneUnitMistakes(
  contest: ContestOutline,
  unit: UnitOutline,
  path: Path,
): readonly Mistake[] {
  const known = new Set(contest.methods ?? ['total']);
  const place = [...path, 'methods'];
  const right = "one of the contest's methods";
  return [
    ...methodListMistakes(contest, place, unit.methods),
    ...unknownNames('unknown-method', place, words(unit.methods), known, right),
    ...turnoutMistakes(contest, unit, path),
    ...parentMistakes(unit, path),
    ...placeMistakes(unit, path),
  ];
}

function turnoutMistakes(
  contest: ContestOutline,
  unit: UnitOutline,
  path: Path,
): readonly Mistake[] {
  const known = new Set(unit.methods ?? contest.methods ?? ['total']);
  return Object.keys(unit.turnout ?? {}).flatMap((method) => {
    if (known.has(method)) return [];
    const message = `"${method}" is not one of the unit's methods.`;
    return [mistake('unknown-method', [...path, 'turnout', method], message)];
  });
}

function parentMistakes(unit: UnitOutline, path: Path): readonly Mistake[] {
  // Tallies are kept by the counties' names, as plain objects.
  if (unit.parent !== '__proto__') return [];
  const message = 'A county cannot be called "__proto__".';
  return [mistake('reserved-name', [...path, 'parent'], message)];
}

function placeMistakes(unit: UnitOutline, path: Path): readonly Mistake[] {
  if ((unit.lon === undefined) === (unit.lat === undefined)) return [];
  return [mistake('place', path, 'A place has both "lon" and "lat".')];
}

function expectedByMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  const expects = contest.units?.some((unit) => unit?.expected !== undefined) === true;
  if (!expects || contest.expectedBy !== undefined) return [];
  const message = 'Say in one line who made the expected vote, and how.';
  return [mistake('expected-by', [...path, 'expectedBy'], message)];
}

function rollMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  const all = contest.registration?.all;
  const registered = (contest.units ?? []).reduce((sum, unit) => sum + (unit?.registered ?? 0), 0);
  if (all === undefined || registered <= all) return [];
  const message = `The whole roll (${all}) is smaller than what the units have registered (${registered}).`;
  return [mistake('registration', [...path, 'registration', 'all'], message)];
}
