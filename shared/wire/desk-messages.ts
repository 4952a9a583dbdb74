import type { ContestId, HoldId, UnitId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Count } from '../count/cell.ts';
import type { Check } from '../count/check.ts';
import type { Method } from '../election/method.ts';

/** A report, or the superseding reports of one unit, that waits for a person. Never leaves the desk. */
export interface DeskHold {
  readonly holdId: HoldId;
  readonly contest: ContestId;
  readonly unit: UnitId;
  readonly seq: number;
  readonly at: Instant;
  readonly nightAt: Instant;
  /** The name of who sent it. */
  readonly by: string;
  readonly checks: readonly Check[];
  readonly reports: readonly HeldReport[];
  /** Methods of the unit that a superseding report takes out. */
  readonly removed: readonly Method[];
}

export interface HeldReport {
  readonly reportId: string;
  readonly method: Method;
  /** As it would stand after a release. */
  readonly count: Count;
  /** As the record has it now; null where nothing was counted. */
  readonly now: Count | null;
  readonly source: string | null;
  readonly reason: string | null;
}

/** All that wait, oldest first: on connecting, and whole whenever one is added, released or rejected. */
export interface DeskHolds {
  readonly seq: number;
  readonly holds: readonly DeskHold[];
}

export interface DeskServerToClient {
  holds: (message: DeskHolds) => void;
}

/** The desk writes by HTTP; its socket only tells. */
export type DeskClientToServer = Record<never, never>;
