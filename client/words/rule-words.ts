import type { Contest, NextRound } from '../../shared/election/contest.ts';
import type { Line, Rule } from '../../shared/election/rule.ts';
import { printLine } from '../../shared/results/print-share.ts';
import type { Words } from './en.ts';
import { dayText, type Language } from './format.ts';
import { words } from './words.ts';

type Ruled = Pick<Contest, 'kind' | 'rule' | 'next'>;

/** What the flag on the line says: what happens over it. */
export function flagText(contest: Pick<Contest, 'kind'>, line: Line, language: Language): string {
  const text = words(language);
  const share = lineText(line, language);
  if (contest.kind === 'measure') {
    return line.strict ? text.flagPassMore(share) : text.flagPassLeast(share);
  }
  return line.strict ? text.flagMore(share) : text.flagLeast(share);
}

/** The line itself: 50%, 2/3. */
export function lineText(line: Line, language: Language): string {
  return printLine(line, language);
}

/** The rule in one or two sentences. */
export function ruleText({ kind, rule, next }: Ruled, language: Language): string {
  const text = words(language);
  const first =
    kind === 'measure' ? measureText(rule, text, language) : firstText(rule, text, language);
  return [first, kind === 'measure' ? null : elseText(rule, next, text, language)]
    .filter((sentence) => sentence !== null)
    .join(' ');
}

function firstText(rule: Rule, text: Words, language: Language): string {
  switch (rule.type) {
    case 'majority':
      return text.ruleMajority;
    case 'share':
      return rule.strict
        ? text.ruleShareMore(lineText(rule, language))
        : text.ruleShareLeast(lineText(rule, language));
    case 'plurality':
      return text.rulePlurality(rule.seats);
    case 'top-n':
      return text.ruleTopN(rule.advance);
  }
}

function measureText(rule: Rule, text: Words, language: Language): string {
  if (rule.type === 'majority')
    return text.rulePassMore(printLine({ num: 1, den: 2, strict: true }, language));
  if (rule.type !== 'share') return firstText(rule, text, language);
  const share = lineText(rule, language);
  return rule.strict ? text.rulePassMore(share) : text.rulePassLeast(share);
}

function elseText(
  rule: Rule,
  next: NextRound | null,
  text: Words,
  language: Language,
): string | null {
  if (rule.type !== 'majority' && rule.type !== 'share') return null;
  if (rule.advance === null) return null;
  const day = next?.date == null ? null : dayText(next.date, language);
  const sentence = text.elseRunoff(rule.advance, day);
  return rule.onRequest ? `${sentence} ${text.onRequest}` : sentence;
}
