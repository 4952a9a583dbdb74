import type { ContestId, UnitId } from '../../shared/basics/ids.ts';
import type { Method } from '../../shared/election/method.ts';
import type { Draft } from './draft.ts';
import type { OutboxState } from './outbox.ts';

/**
 * The method of a unit at which a person left off: what they published last, so that a correction of
 * it lands there, else what they keyed last. null where they have done neither.
 */
export function whereLeft(at: {
  readonly contest: ContestId;
  readonly unit: UnitId;
  readonly by: string;
  readonly outbox: OutboxState;
  readonly drafts: ReadonlyMap<string, Draft>;
}): Method | null {
  const { waiting, answered } = at.outbox;
  const isHere = (place: { contest: ContestId; unit: UnitId }) =>
    place.contest === at.contest && place.unit === at.unit;
  const published = [...waiting.toReversed(), ...answered].find(
    ({ by, report }) => by === at.by && isHere(report),
  );
  const keyed = [...at.drafts.values()].findLast(isHere);
  return published?.report.method ?? keyed?.method ?? null;
}
