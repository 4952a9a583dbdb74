import type { ContestId } from '../../shared/basics/ids.ts';
import type { DeskPerson } from './desk-api.ts';
import type { DeskNews } from './use-desk-news.ts';

/** How much a person can decide, by contest: what others sent that is held, what others have begun, and doubts. */
export function waitingFor(
  { id }: DeskPerson,
  { holds, decisions }: Pick<DeskNews, 'holds' | 'decisions'>,
): ReadonlyMap<ContestId, number> {
  const begun = decisions && [...decisions.calls, ...decisions.reviews, ...decisions.amendments];
  const others = [...(holds ?? []), ...(begun ?? [])].filter(({ by }) => by.id !== id);
  const waiting = new Map<ContestId, number>();
  for (const { contest } of [...others, ...(decisions?.closings ?? [])]) {
    waiting.set(contest, (waiting.get(contest) ?? 0) + 1);
  }
  return waiting;
}
