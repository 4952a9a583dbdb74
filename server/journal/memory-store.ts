import type { BoardSnapshot, KeptTally, SealedEntry } from './journal.ts';
import type { Store } from './store.ts';

export function memoryStore(): Store {
  const entries: SealedEntry[] = [];
  const snapshots: BoardSnapshot[] = [];
  const tallies = new Map<string, KeptTally>();
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
      for (const next of more) tallies.set(`${next.contest} ${next.seq}`, next);
    },
    async readTallies(contest, after, limit) {
      const own = [...tallies.values()].filter((kept) => kept.contest === contest);
      return own
        .filter(({ seq }) => seq > after)
        .toSorted((one, other) => one.seq - other.seq)
        .slice(0, limit);
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
