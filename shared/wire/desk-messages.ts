import type { AccountId, ChoiceId, ContestId, HoldId, UnitId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Call } from '../count/call.ts';
import type { Cell, Count } from '../count/cell.ts';
import type { Check } from '../count/check.ts';
import type { Amendment } from '../election/amendment.ts';
import type { Method } from '../election/method.ts';
import type { ChoiceStanding, OutcomeState } from '../results/standing.ts';

/** A report, or the superseding reports of one unit, that waits for a person. Never leaves the desk. */
export interface DeskHold {
  readonly holdId: HoldId;
  readonly contest: ContestId;
  readonly unit: UnitId;
  readonly seq: number;
  readonly at: Instant;
  readonly nightAt: Instant;
  /** Who sent it. */
  readonly by: Named;
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
  readonly by: Named;
  /** Why it was rejected; else null. */
  readonly reason: string | null;
}

/** The newest that a person sent, oldest first: on connecting, and whole whenever that changes. */
export interface SettledHolds {
  readonly seq: number;
  readonly holds: readonly SettledHold[];
}

/** A call that one editor has proposed: nobody else sees it before a second confirms it. */
export interface DeskCall extends Pick<Call, 'callId' | 'type' | 'choices' | 'source' | 'reason'> {
  readonly contest: ContestId;
  /** Of the proposal. */
  readonly seq: number;
  readonly by: Named;
  /** Whether the leader, or its side of the line, is another since. */
  readonly leadChanged: boolean;
}

/** A public call that one editor has put under review: a second one retracts it or lets it stand. */
export interface DeskReview {
  /** Of the retraction. */
  readonly callId: string;
  /** The call under review. */
  readonly retracts: string;
  readonly contest: ContestId;
  readonly reason: string;
  readonly by: Named;
}

/** An amendment that waits for a second person. */
export interface DeskAmendment {
  readonly amendId: string;
  readonly contest: ContestId;
  readonly changes: Amendment;
  readonly reason: string;
  readonly seq: number;
  readonly by: Named;
  /** What is proved now and would be with it; null where the contest is gone. */
  readonly effect: { readonly before: DeskProof; readonly after: DeskProof } | null;
}

export interface DeskProof {
  readonly state: OutcomeState;
  /** Of those of whom anything can be said; empty before the polls close. */
  readonly statuses: Readonly<Record<ChoiceId, ChoiceStanding['status']>>;
}

/** Polls that closed by a clock that had jumped: nothing is public until a person says that they have. */
export interface DoubtedClosing {
  readonly contest: ContestId;
  /** The closing in doubt; null where none is left. */
  readonly pollsClose: Instant | null;
}

/** All that waits for an editor's word: what another has begun, oldest first, and closings in doubt. */
export interface DeskDecisions {
  readonly seq: number;
  readonly closings: readonly DoubtedClosing[];
  readonly calls: readonly DeskCall[];
  readonly reviews: readonly DeskReview[];
  readonly amendments: readonly DeskAmendment[];
}

interface Named {
  readonly id: AccountId;
  /** null: no longer on file. */
  readonly name: string | null;
}

export interface DeskServerToClient {
  /** To who may read them. */
  holds: (message: DeskHolds) => void;
  settled: (message: SettledHolds) => void;
  /** To who may confirm them. */
  decisions: (message: DeskDecisions) => void;
}

/** The desk writes by HTTP; its socket only tells. */
export type DeskClientToServer = Record<never, never>;
