/** Gathers what is to be written, so that many who wait share one flush. */
export interface GroupCommit<Item> {
  /**
   * Resolves once these items, and all that were added before them, are written. Rejects if that
   * failed; then everything that is added later is rejected with the same error.
   */
  add(items: readonly Item[]): Promise<void>;
  /** Refuses with this error what is added from now on. */
  end(error: Error): void;
}

interface Waiting<Item> {
  readonly items: readonly Item[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** @param write all of the items or none of them; not called again before it has resolved, nor with nothing */
export function openGroupCommit<Item>(
  write: (items: readonly Item[]) => Promise<void>,
): GroupCommit<Item> {
  let waiting: Waiting<Item>[] = [];
  let flushing = false;
  let failure: { readonly error: unknown } | null = null;

  async function flushAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await flush(batch);
    }
    flushing = false;
  }

  async function flush(batch: readonly Waiting<Item>[]): Promise<void> {
    const items = batch.flatMap((waiter) => waiter.items);
    try {
      if (failure === null && items.length > 0) await write(items);
    } catch (error) {
      failure = { error };
    }
    for (const { resolve, reject } of batch) failure === null ? resolve() : reject(failure.error);
  }

  return {
    async add(items) {
      if (failure !== null) throw failure.error;
      const done = new Promise<void>((resolve, reject) => waiting.push({ items, resolve, reject }));
      if (!flushing) {
        flushing = true;
        // Not at once: what else is added in this turn shares the flush.
        queueMicrotask(() => void flushAll());
      }
      return done;
    },
    end(error) {
      failure ??= { error };
    },
  };
}
