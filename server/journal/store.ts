import type { Journal, SealedEntry } from './journal.ts';

/** Where a journal keeps what it has sealed: all that differs from one implementation to the next. */
export interface Store
  extends Pick<
    Journal,
    'read' | 'saveSnapshot' | 'latestSnapshot' | 'keepTallies' | 'readTallies' | 'close'
  > {
  /** Keeps all of them or none, and resolves once they are durable. Not called again before that. */
  write(entries: readonly SealedEntry[]): Promise<void>;
}
