import type { WireRefusal } from '../../shared/wire/messages.ts';

/** What the live side has done since it began; for metrics and tests. */
export interface LiveCounts {
  connections: number;
  /** Connections there are now. */
  readers: number;
  frames: number;
  /** Frames that a reader too slow for them did not get. */
  skipped: number;
  readonly refused: Map<WireRefusal['code'], number>;
}

export function openLiveCounts(): LiveCounts {
  return { connections: 0, readers: 0, frames: 0, skipped: 0, refused: new Map() };
}
