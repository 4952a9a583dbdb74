import type { Instant } from '../../shared/basics/instant.ts';

/** Where the time that was sure is kept for the next start, when nothing else could vouch for the clock. */
export interface ClockMark {
  /** null where none was kept. */
  read(): Instant | null;
  write(sure: Instant): void;
  close(): void;
}
