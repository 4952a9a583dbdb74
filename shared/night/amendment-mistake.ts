import { pathText } from '../basics/fault.ts';
import type { ChoiceId, UnitId } from '../basics/ids.ts';
import { contestIndex } from '../count/contest-index.ts';
import type { Amendment, UnitAmendment } from '../election/amendment.ts';
import type { Contest, Unit } from '../election/contest.ts';
import type { Method } from '../election/method.ts';
import { lateMistakes } from '../election/method-mistakes.ts';
import { numberMistake } from './number-mistake.ts';
import type { Refusal } from './refusal.ts';

/** What an amendment says of things the contest does not have, or that cannot be; null where it is sound. */
export function amendmentMistake(contest: Contest, changes: Amendment): Refusal | null {
  return (
    lateMistake(contest, changes) ??
    unitsMistake(contest, changes) ??
    choicesMistake(contest, changes) ??
    emptyMistake(changes)
  );
}

function emptyMistake({ units = {}, choices = {}, ...others }: Amendment): Refusal | null {
  const tables = [...Object.values(units), ...Object.values(choices)];
  const isSaid = [others, ...tables].some((table) => Object.keys(table).length > 0);
  if (isSaid) return null;
  const message = 'say what changes, such as "changes": { "late": [ … ] }';
  return { code: 'invalid', message, path: 'changes' };
}

function lateMistake(contest: Contest, { late, lateNone }: Amendment): Refusal | null {
  if (late === undefined && lateNone === undefined) return null;
  const outline = {
    late: (late ?? contest.late).map(({ method }) => ({ method: method ?? undefined })),
    lateNone,
  };
  const [found] = lateMistakes(outline, ['changes', 'late']);
  if (found !== undefined) {
    return { code: 'invalid', message: found.message, path: pathText(found.path) };
  }
  return firstMistake((late ?? []).entries(), ([index, { bound }]) =>
    bound === null ? null : numberMistake(bound, `changes.late[${index}].bound`),
  );
}

function unitsMistake(contest: Contest, { units = {} }: Amendment): Refusal | null {
  // Object.entries forgets the brand.
  return firstMistake(Object.entries(units) as [UnitId, UnitAmendment][], ([id, change]) => {
    const path = `changes.units.${id}`;
    const unit = contestIndex(contest).units.get(id);
    if (unit === undefined) {
      return { code: 'unknown-unit', message: `${contest.id} has no unit ${id}`, path };
    }
    if (typeof change.expected === 'number' && contest.expectedBy === null) {
      const message = 'the definition says nowhere who expects votes, and how (expectedBy)';
      return { code: 'invalid', message, path: `${path}.expected` };
    }
    return (
      optionalMistake(change.registered, `${path}.registered`) ??
      optionalMistake(change.expected, `${path}.expected`) ??
      turnoutMistake(unit, change, `${path}.turnout`)
    );
  });
}

function turnoutMistake(unit: Unit, { turnout = {} }: UnitAmendment, path: string): Refusal | null {
  return firstMistake(Object.entries(turnout) as [Method, number][], ([method, ballots]) => {
    if (method === 'total' || unit.methods.includes(method)) {
      return numberMistake(ballots, `${path}.${method}`);
    }
    return { code: 'unknown-method', message: `${unit.id} has no ${method}`, path };
  });
}

function choicesMistake(contest: Contest, { choices = {} }: Amendment): Refusal | null {
  return firstMistake(Object.keys(choices) as ChoiceId[], (id) => {
    if (contestIndex(contest).choices.has(id)) return null;
    const message = `${contest.id} has no choice ${id}`;
    return { code: 'unknown-choice', message, path: `changes.choices.${id}` };
  });
}

function optionalMistake(value: number | null | undefined, path: string): Refusal | null {
  return value === null || value === undefined ? null : numberMistake(value, path);
}

function firstMistake<Item>(
  items: Iterable<Item>,
  mistakeIn: (item: Item) => Refusal | null,
): Refusal | null {
  for (const item of items) {
    const mistake = mistakeIn(item);
    if (mistake !== null) return mistake;
  }
  return null;
}
