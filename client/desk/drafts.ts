import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Draft, type DraftPlace, placeKey } from './draft.ts';
import { type KeptText, keysWith } from './kept-text.ts';

/** All that is keyed and not yet published, by place, the last keyed last. */
export interface Drafts {
  readonly store: StoreApi<ReadonlyMap<string, Draft>>;
  keep(draft: Draft): void;
  drop(place: DraftPlace): void;
}

const PREFIX = 'fiftyline.draft:';

/** Drafts that outlive a reload: written down with every keystroke. */
export function openDrafts(kept: KeptText): Drafts {
  const found = keysWith(kept, PREFIX).flatMap((key) => keptDraft(kept, key));
  const store = createStore<ReadonlyMap<string, Draft>>(
    () => new Map(found.map((draft) => [placeKey(draft), draft])),
  );
  return {
    store,
    keep(draft) {
      // First to the page: a storage that is full must not swallow a keystroke.
      const drafts = new Map(store.getState());
      drafts.delete(placeKey(draft));
      store.setState(drafts.set(placeKey(draft), draft), true);
      kept.setItem(PREFIX + placeKey(draft), JSON.stringify(draft));
    },
    drop(place) {
      kept.removeItem(PREFIX + placeKey(place));
      const drafts = new Map(store.getState());
      drafts.delete(placeKey(place));
      store.setState(drafts, true);
    },
  };
}

/** A draft that cannot be read is none. */
function keptDraft(kept: KeptText, key: string): readonly Draft[] {
  try {
    const draft: Draft = JSON.parse(kept.getItem(key) ?? '');
    return PREFIX + placeKey(draft) === key && typeof draft.votes === 'object' ? [draft] : [];
  } catch {
    return [];
  }
}
