import { duplicateIds, duplicateNames, idsOf, unknownNames } from './list-mistakes.ts';
import { type Mistake, mistake, type Path } from './mistake.ts';
import type { ContestOutline } from './outline.ts';

type KnownParties = ReadonlySet<string | undefined>;

/** Choices and blocs that are there twice, refer to nothing, or contradict the kind of contest. */
export function choiceMistakes(
  contest: ContestOutline,
  path: Path,
  parties: KnownParties,
): readonly Mistake[] {
  return [
    ...duplicateIds([...path, 'choices'], contest.choices, 'choice'),
    ...partyMistakes(contest, path, parties),
    ...writeInMistakes(contest, path),
    ...passesMistakes(contest, path),
    ...blocMistakes(contest, path),
  ];
}

function partyMistakes(
  contest: ContestOutline,
  path: Path,
  parties: KnownParties,
): readonly Mistake[] {
  return (contest.choices ?? []).flatMap((choice, at) => {
    if (choice?.party === undefined || parties.has(choice.party)) return [];
    const message = `"${choice.party}" is not one of the election's parties.`;
    return [mistake('unknown-party', [...path, 'choices', at, 'party'], message)];
  });
}

function writeInMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  return (contest.choices ?? []).flatMap((choice, at) => {
    if (choice?.writeIn !== true || choice.eligible !== true) return [];
    const message = 'A pooled write-in line cannot win; leave out "eligible": true.';
    return [mistake('write-in', [...path, 'choices', at, 'eligible'], message)];
  });
}

function passesMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  const at = [...path, 'choices'];
  if (contest.choices === undefined || contest.kind === undefined) return [];
  const passing = contest.choices.filter((choice) => choice?.passes === true).length;
  if (contest.kind !== 'measure') {
    if (passing === 0) return [];
    return [mistake('measure-choices', at, 'Only a measure has a choice that "passes".')];
  }
  const mistakes: Mistake[] = [];
  if (contest.choices.length < 2)
    mistakes.push(mistake('measure-choices', at, 'A measure has at least two choices.'));
  if (passing !== 1) {
    const message =
      'Exactly one choice of a measure has "passes": true, the one the rule is about.';
    mistakes.push(mistake('measure-choices', at, message));
  }
  return mistakes;
}

function blocMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  const known = new Set(idsOf(contest.choices));
  const right = "one of the contest's choices";
  return [
    ...duplicateIds([...path, 'blocs'], contest.blocs, 'bloc'),
    ...(contest.blocs ?? []).flatMap((bloc, at) => {
      const place = [...path, 'blocs', at, 'choices'];
      return [
        ...duplicateNames(place, bloc?.choices),
        ...unknownNames('unknown-choice', place, bloc?.choices, known, right),
      ];
    }),
  ];
}
