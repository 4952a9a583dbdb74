import type { Votes } from '../count/tally.ts';
import type { Told } from '../results/standing.ts';

/** How the votes of a contest stood after one entry, and what that entry changed: what `/history` lists. */
export interface HistoryPoint {
  readonly seq: number;
  /** The server's time, UTC. */
  readonly at: string;
  /** The night's time. */
  readonly nightAt: string;
  /** Valid votes for the office. */
  readonly counted: number;
  readonly votes: Votes;
  /** In one sentence; null where there was nothing before it. */
  readonly change: Told | null;
}
