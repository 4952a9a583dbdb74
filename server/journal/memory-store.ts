import type { BoardSnapshot, KeptTally, SealedEntry } from './journal.ts';
import type { Store } from './store.ts';

export function memoryStore(): Store {
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
