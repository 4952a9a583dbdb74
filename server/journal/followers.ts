import { assert } from '../../shared/basics/assert.ts';
import type { Head, SealedEntry, Unfollow } from './journal.ts';

const PAGE = 1_000;

type Listener = (entries: readonly SealedEntry[]) => void;

interface Follower {
  readonly listener: Listener;
  /** Of the last entry it was given. */
  seq: number;
  /** Whether it has all that is durable, so that it can be given what is new as it comes. */
  live: boolean;
}

export interface Followers {
  follow(after: number, listener: Listener): Unfollow;
  /** Tells those who are live. The head must be the last of these entries by now. */
  publish(entries: readonly SealedEntry[]): void;
}

/**
 * A follower reads history first. Once it has the head's entry it is live, from the same turn of the
 * event loop on, so that no entry falls between; then it is given what is new.
 */
export function openFollowers(
  read: (after: number, limit: number) => Promise<readonly SealedEntry[]>,
  head: () => Head,
): Followers {
  const following = new Set<Follower>();

  async function catchUp(follower: Follower): Promise<void> {
    while (following.has(follower) && follower.seq < head().seq) {
      const page = await read(follower.seq, PAGE);
      assert(page.length > 0, `entries after ${follower.seq} can be read`);
      tell(follower, page);
    }
    follower.live = true;
  }

  function tell(follower: Follower, entries: readonly SealedEntry[]): void {
    if (!following.has(follower)) return;
    const fresh = entries.filter((entry) => entry.seq > follower.seq);
    const last = fresh.at(-1);
    if (last === undefined) return;
    follower.seq = last.seq;
    follower.listener(fresh);
  }

  return {
    follow(after, listener) {
      const follower = { listener, seq: after, live: false };
      following.add(follower);
      catchUp(follower).catch(endProcess);
      return () => following.delete(follower);
    },
    publish(entries) {
      for (const follower of following) {
        if (!follower.live) continue;
        try {
          tell(follower, entries);
        } catch (error) {
          endProcess(error);
        }
      }
    },
  };
}

/** A reader that missed an entry would show something false. Thrown where nobody can catch it. */
function endProcess(error: unknown): void {
  queueMicrotask(() => {
    throw error;
  });
}
