import { canonicalText } from '../../shared/basics/canonical-text.ts';
import type { Votes } from '../../shared/count/tally.ts';
import { changeAccount } from '../../shared/results/change-account.ts';
import { totalOf } from '../../shared/results/field.ts';
import type { HistoryPoint } from '../../shared/wire/history-point.ts';
import type { ContestView } from './store.ts';

/** The point of the history that a view makes after another; null where the votes are the same. */
export function pointBetween(before: ContestView, after: ContestView): HistoryPoint | null {
  const { tally, position, definition } = after;
  const { lastChange } = tally;
  if (lastChange === null || isSame(before.tally.votes, tally.votes)) return null;
  const { at, nightAt } = lastChange;
  const counted = totalOf(definition.contest, tally.votes);
  const change = changeAccount(definition.contest, before.tally, tally);
  return { seq: position.seq, at, nightAt, counted, votes: tally.votes, change };
}

function isSame(one: Votes, other: Votes): boolean {
  return one === other || canonicalText(one) === canonicalText(other);
}
