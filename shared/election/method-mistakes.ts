import { duplicateNames, unknownNames } from './list-mistakes.ts';
import { METHODS } from './method.ts';
import { type Mistake, mistake, type Path } from './mistake.ts';
import type { ContestOutline } from './outline.ts';

/** Methods that are there twice or beside their total, and late ballots that cannot be. */
export function methodMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  const known = new Set(contest.methods ?? ['total']);
  const reportingBy = [...path, 'reportingBy'];
  return [
    ...methodListMistakes(contest, [...path, 'methods'], contest.methods),
    ...duplicateNames(reportingBy, contest.reportingBy),
    ...unknownNames('unknown-method', reportingBy, words(contest.reportingBy), known, OWN),
    ...lateMistakes(contest, [...path, 'late']),
  ];
}

/** Of a contest's or a unit's list. */
export function methodListMistakes(
  contest: ContestOutline,
  path: Path,
  methods: ContestOutline['methods'],
): readonly Mistake[] {
  const late = new Set((contest.late ?? []).map((entry) => entry?.method));
  const parts = (methods ?? []).filter((method) => method !== 'total' && !late.has(method));
  const beside = methods?.includes('total') === true && parts.length > 0;
  const message = '"total" stands for all methods; it is not beside its parts.';
  return [
    ...duplicateNames(path, methods),
    ...(beside ? [mistake('total-and-parts', path, message)] : []),
  ];
}

const OWN = "one of the contest's methods";
const WORDS: ReadonlySet<string> = new Set(METHODS);

/** Those that are methods at all; what is none is the schema's to say. */
export function words(methods: ContestOutline['methods']): ContestOutline['methods'] {
  return methods?.map((method) => (method !== undefined && WORDS.has(method) ? method : undefined));
}

/**
 * Late ballots of "total" or of a method twice, and none without a reason.
 *
 * @param path of the list of late ballots
 */
export function lateMistakes(
  contest: Pick<ContestOutline, 'late' | 'lateNone'>,
  path: Path,
): readonly Mistake[] {
  const methods = (contest.late ?? []).map((entry) => entry?.method);
  const mistakes: Mistake[] = duplicateNames(path, methods).map((found) => ({
    ...found,
    path: [...found.path, 'method'],
  }));
  methods.forEach((method, at) => {
    if (method !== 'total') return;
    const message = 'Late ballots are of a method of their own, not "total".';
    mistakes.push(mistake('late-ballots', [...path, at, 'method'], message));
  });
  const stated = contest.lateNone !== undefined;
  if (contest.late?.length === 0 && !stated)
    mistakes.push(mistake('late-ballots', path, 'Say in "lateNone" why there are none.'));
  if (methods.length > 0 && stated)
    mistakes.push(mistake('late-ballots', path, '"lateNone" says that there are no late ballots.'));
  return mistakes;
}
