import { assert, present } from '../../shared/basics/assert.ts';
import type { Entry } from '../../shared/night/entry.ts';
import { sealEntry } from './chain.ts';
import { openFollowers } from './followers.ts';
import { openGroupCommit } from './group-commit.ts';
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

/** A journal over any store: seals entries, gathers what waits into one flush, and tells those who follow. */
export function journalOver({ store, epoch, head, salt }: JournalParts): Journal {
  let durable = head;
  let sealed = head;
  let closing: Promise<void> | null = null;
  const followers = openFollowers(store.read, () => durable);
  const commit = openGroupCommit(write);

  function seal(entry: Entry): SealedEntry {
    assert(entry.seq === sealed.seq + 1, `entry ${entry.seq} follows entry ${sealed.seq}`);
    const next = sealEntry(entry, sealed.hash, { body: salt(), secret: salt() });
    sealed = headOf(next);
    return next;
  }

  /** Followers hear before the writers do: who has an answer finds it in what is served. */
  async function write(entries: readonly SealedEntry[]): Promise<void> {
    await store.write(entries);
    durable = headOf(present(entries.at(-1), 'last entry of a flush'));
    followers.publish(entries);
  }

  async function close(): Promise<void> {
    await commit.add([]).catch(() => undefined);
    commit.end(new Error('the journal is closed'));
    await store.close();
  }

  return {
    epoch,
    head: () => durable,
    append: async (entries) => commit.add(entries.map(seal)),
    read: store.read,
    follow: followers.follow,
    saveSnapshot: store.saveSnapshot,
    latestSnapshot: store.latestSnapshot,
    keepTallies: store.keepTallies,
    readTallies: store.readTallies,
    close() {
      closing ??= close();
      return closing;
    },
  };
}

function headOf({ seq, hash }: SealedEntry): Head {
  return { seq, hash };
}
