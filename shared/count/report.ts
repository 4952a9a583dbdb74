import type { ChoiceId, ContestId, UnitId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Method } from '../election/method.ts';

export type ReportStatus = 'none' | 'partial' | 'complete';

/** A report as it came, its shape checked and nothing else: ids may be unknown, numbers may be wrong. */
export interface Report {
  /** Chosen by the sender, unique, 1 to 200 characters. */
  readonly reportId: string;
  readonly contest: ContestId;
  readonly unit: UnitId;
  readonly method: Method;
  /** Cumulative. A choice left out keeps what it had. */
  readonly votes: ReadonlyMap<ChoiceId, number>;
  readonly ballotsCast: number | null;
  readonly overvotes: number | null;
  readonly undervotes: number | null;
  readonly status: ReportStatus;
  readonly basedOn: number | null;
  readonly source: string | null;
  readonly sourceAt: Instant | null;
  readonly supersedes: boolean;
  readonly reason: string | null;
}
