import { assert } from '../../shared/basics/assert.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { sealEntry } from './chain.ts';
import { openFollowers } from './followers.ts';
import type { Head, Journal, SealedEntry } from './journal.ts';
import type { Store } from './store.ts';

export interface JournalParts {
  readonly store: Store;
  readonly epoch: string;
  /** The last entry that the store has. */
  readonly head: Head;
  /** 32 random hexadecimal digits, other ones each time. */
  readonly salt: () => string;
}

interface Waiting {
  readonly entries: readonly SealedEntry[];
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

/** A journal over any store: seals, gathers what waits into one flush, and tells those who follow. */
export function journalOver({ store, epoch, head, salt }: JournalParts): Journal {
  let durable = head;
  let sealed = head;
  let waiting: Waiting[] = [];
  let flushing = false;
  let failure: { readonly error: unknown } | null = null;
  let closing: Promise<void> | null = null;
  const followers = openFollowers(store.read, () => durable);

  function seal(entry: Entry): SealedEntry {
    assert(entry.seq === sealed.seq + 1, `entry ${entry.seq} follows entry ${sealed.seq}`);
    const next = sealEntry(entry, sealed.hash, { body: salt(), secret: salt() });
    sealed = { seq: next.seq, hash: next.hash };
    return next;
  }

  async function append(entries: readonly Entry[]): Promise<void> {
    if (failure !== null) throw failure.error;
    const next = entries.map(seal);
    const done = new Promise<void>((resolve, reject) => {
      waiting.push({ entries: next, resolve, reject });
    });
    if (!flushing) {
      flushing = true;
      // Not at once: what else is appended in this turn shares the flush.
      queueMicrotask(() => void flushAll());
    }
    return done;
  }

  async function flushAll(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting;
      waiting = [];
      await flush(batch);
    }
    flushing = false;
  }

  async function flush(batch: readonly Waiting[]): Promise<void> {
    if (failure === null) await writeAll(batch.flatMap(({ entries }) => entries));
    for (const { resolve, reject } of batch) failure === null ? resolve() : reject(failure.error);
  }

  /** Followers hear before the writers do: who has an answer finds it in what is served. */
  async function writeAll(entries: readonly SealedEntry[]): Promise<void> {
    const last = entries.at(-1);
    if (last === undefined) return;
    try {
      await store.write(entries);
    } catch (error) {
      failure = { error };
      return;
    }
    durable = { seq: last.seq, hash: last.hash };
    followers.publish(entries);
  }

  async function close(): Promise<void> {
    await append([]).catch(() => undefined);
    failure ??= { error: new Error('the journal is closed') };
    await store.close();
  }

  return {
    epoch,
    head: () => durable,
    append,
    read: store.read,
    follow: followers.follow,
    saveSnapshot: store.saveSnapshot,
    latestSnapshot: store.latestSnapshot,
    keepTallies: store.keepTallies,
    tallyAt: store.tallyAt,
    close() {
      closing ??= close();
      return closing;
    },
  };
}
