import { NOTHING } from './chain.ts';
import type { BoardSnapshot, Journal, KeptTally, SealedEntry } from './journal.ts';
import { journalOver } from './journal-over.ts';
import type { Store } from './store.ts';

/** A journal that lasts as long as the process: for tests, and for a night nobody needs to keep. */
export function openMemoryJournal({ salt }: { readonly salt: () => string }): Journal {
  return journalOver({ store: memoryStore(), epoch: salt(), head: NOTHING, salt });
}

function memoryStore(): Store {
  const entries: SealedEntry[] = [];
  const snapshots: BoardSnapshot[] = [];
  const tallies: KeptTally[] = [];
  return {
    async write(more) {
      entries.push(...more);
    },
    async read(after, limit) {
      return entries.slice(after, after + limit);
    },
    async saveSnapshot(snapshot) {
      snapshots.push(snapshot);
    },
    async latestSnapshot() {
      const known = snapshots.filter(({ seq, hash }) => entries[seq - 1]?.hash === hash);
      return newest(known);
    },
    async keepTallies(more) {
      tallies.push(...more);
    },
    async tallyAt(contest, seq) {
      return newest(tallies.filter((tally) => tally.contest === contest && tally.seq <= seq));
    },
    async close() {},
  };
}

function newest<Kept extends { readonly seq: number }>(kept: readonly Kept[]): Kept | null {
  return kept.reduce<Kept | null>(
    (best, next) => (best === null || next.seq >= best.seq ? next : best),
    null,
  );
}
