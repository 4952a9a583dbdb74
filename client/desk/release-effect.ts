import type { Count } from '../../shared/count/cell.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Contest } from '../../shared/election/contest.ts';
import { METHODS, type Method } from '../../shared/election/method.ts';
import type { DeskHold } from '../../shared/wire/desk-messages.ts';
import { type PublishEffect, publishEffect } from './publish-effect.ts';

/** What releasing a hold would do to the public's picture; null before the polls close, and where nobody can win. */
export function releaseEffect(
  contest: Contest,
  tally: Tally,
  { before, removed, reports }: DeskHold,
): PublishEffect | null {
  if (!tally.open) return null;
  const was = new Map<Method, Count>(
    METHODS.flatMap((method) => {
      const cell = before[method];
      return cell === undefined ? [] : [[method, cell]];
    }),
  );
  const is = new Map(was);
  for (const method of removed) is.delete(method);
  for (const { method, count } of reports) is.set(method, count);
  return publishEffect(contest, tally.votes, was, is);
}
