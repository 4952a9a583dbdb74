import type { ChoiceId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Method } from '../election/method.ts';
import type { ReportStatus } from './report.ts';

/** What is counted in one unit by one method: the report before it merged with the newest one. */
export interface Count {
  /** Every choice of the contest. */
  readonly votes: Readonly<Record<ChoiceId, number>>;
  readonly ballotsCast: number | null;
  readonly overvotes: number | null;
  readonly undervotes: number | null;
  readonly status: ReportStatus;
}

/** A count with its place in the record. */
export interface Cell extends Count {
  /** 1, 2, …: never restarts, not even when the cell is superseded and comes back. */
  readonly version: number;
  /** Of the entry that made it. */
  readonly seq: number;
  readonly at: Instant;
  readonly nightAt: Instant;
  readonly source: string | null;
  readonly sourceAt: Instant | null;
}

/** The cells of one unit. A `total` is never beside its parts; late methods are no parts of it. */
export type UnitCells = ReadonlyMap<Method, Cell>;

/** Of a unit that has not reported. */
export const NO_CELLS: UnitCells = new Map();
