import { type Mistake, mistake, type Path } from './mistake.ts';
import type { ContestOutline } from './outline.ts';

type RuleOutline = NonNullable<ContestOutline['rule']>;

/** A rule that no contest could have, or that this one cannot. */
export function ruleMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  const rule = contest.rule ?? {};
  const at = [...path, 'rule'];
  return [
    ...fractionMistakes(rule, at),
    ...(contest.kind === 'measure' ? measureMistakes(rule, at) : advanceMistakes(rule, at)),
    ...votesAllowedMistakes(contest, path),
    ...recountMistakes(contest, path),
  ];
}

function fractionMistakes(rule: RuleOutline, path: Path): readonly Mistake[] {
  const { type, num, den, strict } = rule;
  // Numbers below 1 are the schema's to refuse.
  if (type !== 'share' || num === undefined || den === undefined || num < 1 || den < 1) return [];
  if (num < den || (num === den && strict === false)) return [];
  const right = 'a share is less than the whole ("num" below "den"; "at least" may be all of it)';
  return [mistake('senseless-rule', [...path, 'num'], `Nobody can clear ${num}/${den}: ${right}.`)];
}

function measureMistakes(rule: RuleOutline, path: Path): readonly Mistake[] {
  if (rule.type === 'plurality' || rule.type === 'top-n') {
    const message = `A measure is decided by a majority or a share, not by "${rule.type}".`;
    return [mistake('senseless-rule', [...path, 'type'], message)];
  }
  if (rule.advance === undefined) return [];
  return [mistake('senseless-rule', [...path, 'advance'], 'A measure has no "advance".')];
}

function advanceMistakes(rule: RuleOutline, path: Path): readonly Mistake[] {
  if (rule.type !== 'majority' || rule.advance !== undefined) return [];
  const message = 'Say how many go on to the second round, such as "advance": 2.';
  return [mistake('senseless-rule', [...path, 'advance'], message)];
}

function votesAllowedMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  const type = contest.rule?.type;
  if ((contest.votesAllowed ?? 1) <= 1 || type === undefined || type === 'plurality') return [];
  const message = `More than one vote a ballot goes with "plurality" only, not with "${type}".`;
  return [mistake('votes-allowed', [...path, 'votesAllowed'], message)];
}

function recountMistakes(contest: ContestOutline, path: Path): readonly Mistake[] {
  const { num, den } = contest.recount ?? {};
  if (num === undefined || den === undefined || num <= den) return [];
  const message = 'A margin is at most all votes: "num" is at most "den".';
  return [mistake('senseless-rule', [...path, 'recount', 'num'], message)];
}
