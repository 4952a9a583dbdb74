import type { SealedEntry } from '../../server/journal/journal.ts';
import { memoryStore } from '../../server/journal/memory-store.ts';
import type { Store } from '../../server/journal/store.ts';

export interface GatedStore {
  readonly store: Store;
  /** The flushes so far, the one that waits at the gate included, by the seqs of their entries. */
  readonly flushes: readonly (readonly number[])[];
  shut(): void;
  /** Lets the flush that waits go on to the disk, and every later one. */
  open(): void;
  /** The flush that waits fails, and so does every later one. */
  break(): void;
}

/** A store in memory whose flushes take as long as a test likes. Open at first. */
export function gatedStore(store = memoryStore()): GatedStore {
  const flushes: number[][] = [];
  let gate = Promise.resolve();
  let pass = () => {};
  let fail = (_: Error) => {};
  return {
    store: {
      ...store,
      async write(entries: readonly SealedEntry[]) {
        flushes.push(entries.map(({ seq }) => seq));
        await gate;
        await store.write(entries);
      },
    },
    flushes,
    shut() {
      gate = new Promise((resolve, reject) => {
        pass = resolve;
        fail = reject;
      });
    },
    open: () => pass(),
    break: () => fail(new Error('the disk is full')),
  };
}
