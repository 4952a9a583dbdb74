import type { Amendment, ChoiceAmendment, UnitAmendment } from '../../shared/election/amendment.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Method } from '../../shared/election/method.ts';
import { amendmentWords } from '../words/desk-amendments.ts';
import { dayText, integer, type Language, NOTHING, nightTimeInZone } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import type { ListedUnit } from './listed-unit.ts';

/** What an amendment says, a line for each thing that it changes. */
export function amendmentText(
  changes: Amendment,
  definition: Definition,
  units: readonly Pick<ListedUnit, 'unit' | 'name'>[],
  language: Language,
): readonly string[] {
  const { says } = amendmentWords(language);
  const time = (at: string) => nightTimeInZone(at, definition.election, language);
  const unitName = (id: string) => units.find(({ unit }) => unit === id)?.name ?? id;
  const { certified, pollsClose, next } = changes;
  return [
    ...Object.entries(changes.units ?? {}).map(
      ([id, change]) => `${unitName(id)}: ${unitText(change, time, language)}`,
    ),
    ...lateText(changes, language),
    ...Object.entries(changes.choices ?? {}).map(
      ([id, change]) => `${nameOf(definition, id)}: ${choiceText(change, language)}`,
    ),
    ...(certified === undefined
      ? []
      : [
          certified === null
            ? says.notCertified
            : says.certified(time(certified.at), certified.source),
        ]),
    ...(pollsClose === undefined ? [] : [says.closes(time(pollsClose))]),
    ...(next === undefined ? [] : [nextText(next, language)]),
  ];
}

function unitText(
  { registered, expected, turnout, pollsClose }: UnitAmendment,
  time: (at: string) => string,
  language: Language,
): string {
  const { says } = amendmentWords(language);
  const number = (n: number | null) => (n === null ? NOTHING : integer(n, language));
  return [
    registered === undefined ? null : says.registered(number(registered)),
    expected === undefined ? null : says.expected(number(expected)),
    ...Object.entries(turnout ?? {}).map(([method, ballots]) =>
      says.turnout(methodName(method, language), number(ballots ?? null)),
    ),
    pollsClose === undefined ? null : says.closes(time(pollsClose)),
  ]
    .filter((part) => part !== null)
    .join(', ');
}

function lateText({ late, lateNone }: Amendment, language: Language): readonly string[] {
  const text = amendmentWords(language);
  const lines = (late ?? []).map(({ method, bound }) => {
    const name = method === null ? text.anyMethod : methodName(method, language);
    return bound === null
      ? text.says.lateOpen(name)
      : text.says.late(name, integer(bound, language));
  });
  return lateNone === undefined ? lines : [...lines, text.says.noLate(lateNone)];
}

function choiceText({ withdrawn, eligible, counts }: ChoiceAmendment, language: Language): string {
  const { says } = amendmentWords(language);
  const one = (is: boolean | undefined, yes: string, no: string) =>
    is === undefined ? [] : [is ? yes : no];
  return [
    ...one(withdrawn, says.withdrew, says.notWithdrew),
    ...one(eligible, says.canWin, says.cannotWin),
    ...one(counts, says.counts, says.countsNot),
  ].join(', ');
}

function nextText(next: NonNullable<Amendment['next']> | null, language: Language): string {
  const { says } = amendmentWords(language);
  if (next === null) return says.noNext;
  return next.date === null
    ? says.nextNoDate(next.name)
    : says.next(next.name, dayText(next.date, language));
}

function methodName(method: string, language: Language): string {
  // `as`: an amendment names methods only; another word is shown as it is.
  return words(language).methods[method as Method] ?? method;
}
