import type { AccountId, ContestId, HoldId, UnitId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Cell, Count } from '../count/cell.ts';
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
  /** Who sent it. */
  readonly by: { readonly id: AccountId; readonly name: string | null };
  readonly checks: readonly Check[];
  readonly reports: readonly HeldReport[];
  /** Methods of the unit that a superseding report takes out. */
  readonly removed: readonly Method[];
  /** The holds whose place in the queue this took. */
  readonly replaces: readonly HoldId[];
  /** What the unit has now, by method. */
  readonly before: Readonly<Partial<Record<Method, Cell>>>;
}

export interface HeldReport {
  readonly reportId: string;
  readonly unit: UnitId;
  readonly method: Method;
  /** As it would stand after a release. */
  readonly count: Count;
  readonly version: number;
  readonly source: string | null;
  readonly sourceAt: Instant | null;
  readonly correction: boolean;
  readonly reason: string | null;
}

/** All that wait, oldest first: on connecting, and whole whenever that changes. */
export interface DeskHolds {
  /** Of the record's last entry. */
  readonly seq: number;
  readonly holds: readonly DeskHold[];
}

/** What became of a report that was held: only who sent it is told. */
export interface SettledHold {
  readonly holdId: HoldId;
  readonly contest: ContestId;
  readonly unit: UnitId;
  /** One, or those of one unit that stood or fell together. */
  readonly reports: readonly Pick<HeldReport, 'reportId' | 'method' | 'version'>[];
  readonly state: 'released' | 'rejected' | 'replaced';
  /** Of the entry that ended it. */
  readonly seq: number;
  readonly nightAt: Instant;
  readonly by: { readonly id: AccountId; readonly name: string | null };
  /** Why it was rejected; else null. */
  readonly reason: string | null;
}

/** The newest that a person sent, oldest first: on connecting, and whole whenever that changes. */
export interface SettledHolds {
  readonly seq: number;
  readonly holds: readonly SettledHold[];
}

export interface DeskServerToClient {
  /** To who may read them. */
  holds: (message: DeskHolds) => void;
  settled: (message: SettledHolds) => void;
}

/** The desk writes by HTTP; its socket only tells. */
export type DeskClientToServer = Record<never, never>;
