import type { ChoiceId, ContestId, UnitId } from '../../shared/basics/ids.ts';
import type { Method } from '../../shared/election/method.ts';

/** What a person is keying for one unit and method, as text: nothing is lost, not even a slip. */
export interface Draft {
  readonly contest: ContestId;
  readonly unit: UnitId;
  readonly method: Method;
  readonly votes: Readonly<Record<ChoiceId, string>>;
  readonly ballotsCast: string;
  readonly complete: boolean;
  readonly reason: string;
  /** The version that was on the desk when the keying began; null where there was none. */
  readonly basedOn: number | null;
}

/** Where drafts are kept across a reload: the browser's `localStorage` has this shape. */
export type KeptText = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>;

export interface DraftPlace {
  readonly contest: ContestId;
  readonly unit: UnitId;
  readonly method: Method;
}

/** The draft of a place as it was left; null where there is none or what is kept cannot be read. */
export function keptDraft(kept: KeptText, place: DraftPlace): Draft | null {
  const text = kept.getItem(keyOf(place));
  if (text === null) return null;
  try {
    const draft: Draft = JSON.parse(text);
    return draft.unit === place.unit && draft.method === place.method ? draft : null;
  } catch {
    return null;
  }
}

export function keepDraft(kept: KeptText, draft: Draft): void {
  kept.setItem(keyOf(draft), JSON.stringify(draft));
}

export function dropDraft(kept: KeptText, place: DraftPlace): void {
  kept.removeItem(keyOf(place));
}

function keyOf({ contest, unit, method }: DraftPlace): string {
  return `fiftyline.draft:${contest}:${unit}:${method}`;
}
