import { snapshotDigest, tallyDigest } from './digest.ts';
import type { BoardSnapshot, KeptTally, SealedEntry } from './journal.ts';
import { openToRead } from './sqlite-file.ts';

export interface Reader {
  read(after: number, limit: number): readonly SealedEntry[];
  latestSnapshot(): BoardSnapshot | null;
  readTallies(contest: string, after: number, limit: number): readonly KeptTally[];
  close(): void;
}

type Digested<Kept> = Kept & { readonly digest: string };

/** A connection of its own, which never waits for a flush and never holds one up. */
export function openReader(directory: string): Reader {
  const database = openToRead(directory);
  const entries = database.prepare<[number, number], SealedEntry>(
    'SELECT * FROM entries WHERE seq > ? ORDER BY seq LIMIT ?',
  );
  const snapshots = database.prepare<[], Digested<BoardSnapshot>>(
    'SELECT snapshots.* FROM snapshots JOIN entries USING (seq, hash) ORDER BY seq DESC',
  );
  const tallies = database.prepare<[string, number, number], Digested<KeptTally>>(
    'SELECT * FROM tallies WHERE contest = ? AND seq > ? ORDER BY seq LIMIT ?',
  );
  return {
    read: (after, limit) => entries.all(after, limit),
    latestSnapshot: () => firstOf(undamaged(snapshots.iterate(), snapshotDigest)),
    readTallies: (contest, after, limit) => [
      ...undamaged(tallies.iterate(contest, after, limit), tallyDigest),
    ],
    close: () => void database.close(),
  };
}

/** Both can be made again from the entries, so that damaged ones are passed over. */
function* undamaged<Kept>(
  kept: Iterable<Digested<Kept>>,
  digestOf: (kept: Digested<Kept>) => string,
): Generator<Kept> {
  for (const next of kept) {
    if (digestOf(next) !== next.digest) continue;
    const { digest: _, ...whole } = next;
    // `as`: all of it but the digest, which TypeScript cannot say of a generic type.
    yield whole as unknown as Kept;
  }
}

function firstOf<Item>(items: Iterable<Item>): Item | null {
  for (const item of items) return item;
  return null;
}
