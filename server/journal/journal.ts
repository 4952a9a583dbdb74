import type { Entry } from '../../shared/night/entry.ts';

/** An entry as it is kept: its texts are the very ones that were hashed. */
export interface SealedEntry {
  readonly seq: number;
  readonly at: string;
  readonly nightAt: string;
  readonly kind: string;
  readonly election: string;
  readonly contest: string | null;
  /** JSON. */
  readonly body: string;
  readonly bodySalt: string;
  readonly bodyHash: string;
  /** JSON. Never leaves the desk, nor does its salt. */
  readonly secret: string;
  readonly secretSalt: string;
  readonly secretHash: string;
  /** The predecessor's hash; 64 zeros for the first. */
  readonly prev: string;
  readonly hash: string;
}

export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/** A contest's tally after one public change, for history and time travel: whole, or what became another. */
export interface KeptTally {
  readonly contest: string;
  readonly seq: number;
  readonly at: string;
  readonly nightAt: string;
  /** JSON, of whoever keeps it. */
  readonly tally: string;
}

/** State at a seq, so that a start need not read the night from its beginning. */
export interface BoardSnapshot {
  readonly seq: number;
  /** Of the entry at `seq`. */
  readonly hash: string;
  readonly board: string;
}

/**
 * The one append-only record. One writer; any number of followers in the same process. Every
 * implementation passes test/journal/journal-contract.ts.
 */
export interface Journal {
  /** Names this history: another journal has another one. */
  readonly epoch: string;
  /** The last durable entry; seq 0 and 64 zeros for an empty journal. */
  head(): Head;
  /**
   * Seals and keeps entries, whose seqs go on from the last append's. Resolves once they are durable;
   * appends that wait at the same time share one flush. Rejects if a flush failed: the process must end.
   */
  append(entries: readonly Entry[]): Promise<void>;
  /** Durable entries with seq > after, oldest first, at most `limit`. */
  read(after: number, limit: number): Promise<readonly SealedEntry[]>;
  /**
   * Calls `listener` with every durable entry after `after`, in order, each once, from now on.
   * A listener that throws ends the process: a reader that missed an entry would show something false.
   */
  follow(after: number, listener: (entries: readonly SealedEntry[]) => void): Unfollow;
  saveSnapshot(snapshot: BoardSnapshot): Promise<void>;
  /** The newest that is undamaged and whose seq and hash the record has; null where there is none. */
  latestSnapshot(): Promise<BoardSnapshot | null>;
  keepTallies(tallies: readonly KeptTally[]): Promise<void>;
  /** Undamaged kept tallies of a contest with seq > after, oldest first, at most `limit`. One kept again takes the place of the first. */
  readTallies(contest: string, after: number, limit: number): Promise<readonly KeptTally[]>;
  /** Flushes what waits and lets go of the files. */
  close(): Promise<void>;
}

export type Unfollow = () => void;
