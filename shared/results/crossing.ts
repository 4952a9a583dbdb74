import type { ChoiceId } from '../basics/ids.ts';
import type { Tally } from '../count/tally.ts';
import { lineOf } from '../election/rule.ts';
import { type Terms, totalOf } from './field.ts';
import { clears } from './line-of-votes.ts';

export interface Crossing {
  readonly choice: ChoiceId;
  /** Where it is now. */
  readonly side: 'over' | 'under';
}

/**
 * Who was on one side of the line and is on the other. The first votes cross nothing; of a measure
 * only the answer that the rule is about does.
 */
export function crossings(
  terms: Terms,
  before: Pick<Tally, 'votes'>,
  after: Pick<Tally, 'votes'>,
): readonly Crossing[] {
  const line = lineOf(terms.rule);
  const totals = [totalOf(terms, before.votes), totalOf(terms, after.votes)] as const;
  if (line === null || totals[0] === 0 || totals[1] === 0) return [];
  return terms.choices
    .filter(({ counts, passes }) => counts && (terms.kind === 'candidate' || passes))
    .flatMap(({ id }) => {
      const was = clears(before.votes[id] ?? 0, totals[0], line);
      const is = clears(after.votes[id] ?? 0, totals[1], line);
      return was === is ? [] : [{ choice: id, side: is ? 'over' : 'under' }];
    });
}

/** Whether anyone crossed the line between two tallies. */
export function crosses(
  terms: Terms,
  before: Pick<Tally, 'votes'>,
  after: Pick<Tally, 'votes'>,
): boolean {
  return crossings(terms, before, after).length > 0;
}
