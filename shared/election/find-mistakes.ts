import { baselineMistakes } from './baseline-mistakes.ts';
import { choiceMistakes } from './choice-mistakes.ts';
import { duplicateIds, idsOf } from './list-mistakes.ts';
import { methodMistakes } from './method-mistakes.ts';
import { type Mistake, mistake, type Path } from './mistake.ts';
import type { ContestOutline, Outline } from './outline.ts';
import { ruleMistakes } from './rule-mistakes.ts';
import { unitMistakes } from './unit-mistakes.ts';

/** Words in the addresses of pages (`/screen/board`). */
const RESERVED: ReadonlySet<string | undefined> = new Set(['board', 'rotate', 'ticker']);

/** What a definition says that cannot be meant, wherever enough of it can be made out. */
export function findMistakes(outline: Outline): readonly Mistake[] {
  const parties = new Set(idsOf(outline.parties));
  return [
    ...timeZoneMistakes(outline.timeZone),
    ...duplicateIds(['parties'], outline.parties, 'party'),
    ...duplicateIds(['contests'], outline.contests, 'contest'),
    ...(outline.contests ?? []).flatMap((contest, at) =>
      contest === undefined ? [] : contestMistakes(contest, ['contests', at], parties),
    ),
  ];
}

function contestMistakes(
  contest: ContestOutline,
  path: Path,
  parties: ReadonlySet<string | undefined>,
): readonly Mistake[] {
  return [
    ...reservedMistakes(contest, path),
    ...ruleMistakes(contest, path),
    ...choiceMistakes(contest, path, parties),
    ...methodMistakes(contest, path),
    ...unitMistakes(contest, path),
    ...baselineMistakes(contest, path, parties),
  ];
}

function reservedMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  if (!RESERVED.has(contest.id)) return [];
  const message = `"${contest.id}" is the name of a page; call the contest something else.`;
  return [mistake('reserved-id', [...path, 'id'], message)];
}

function timeZoneMistakes(timeZone: string | undefined): readonly Mistake[] {
  if (timeZone === undefined || isTimeZone(timeZone)) return [];
  const right = 'a name of the time zone database, such as "America/New_York"';
  return [mistake('time-zone', ['timeZone'], `Expected ${right}, not "${timeZone}".`)];
}

function isTimeZone(name: string): boolean {
  // Newer engines also take an offset (+05:00), which knows no summer time.
  if (!/^[A-Za-z]/.test(name)) return false;
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
