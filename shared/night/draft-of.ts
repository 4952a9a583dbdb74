import type { ContestId, ElectionId } from '../basics/ids.ts';
import type { Actor } from './actor.ts';
import type { EntryDraft, EntryEvent } from './entry.ts';

/** What an entry is about: one contest, or a whole election. */
export interface About {
  readonly election: ElectionId;
  readonly contest: ContestId | null;
}

/** @param note what only the desk may read */
export function draftOf(
  { election, contest }: About,
  by: Actor,
  event: EntryEvent,
  note: string | null = null,
): EntryDraft {
  return { election, contest, secret: { by: by.account, from: by.from, note }, ...event };
}
