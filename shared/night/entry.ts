import type { AccountId, ChoiceId, ContestId, ElectionId, HoldId, UnitId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { CallType } from '../count/call.ts';
import type { Count } from '../count/cell.ts';
import type { Check } from '../count/check.ts';
import type { Amendment } from '../election/amendment.ts';
import type { Election } from '../election/contest.ts';
import type { Method } from '../election/method.ts';
import type { ReportOutcome } from './report-outcome.ts';

/**
 * One thing that happened. `body` is what the public may read once it is public; `secret` (who, from
 * where) never is. A new kind is added, none is changed: `apply` accepts every entry ever written.
 */
export type Entry = EntryDraft & EntryPlace;

/** Where and when an entry stands in the record. */
export interface EntryPlace extends Time {
  readonly seq: number;
}

export interface Time {
  /** The server's clock, never before the previous entry's. */
  readonly at: Instant;
  /** The night's clock. */
  readonly nightAt: Instant;
}

/** What `decide` makes; the desk gives it its place. */
export type EntryDraft = {
  readonly election: ElectionId;
  readonly contest: ContestId | null;
  readonly secret: Secret;
} & EntryEvent;

export interface Secret {
  readonly by: AccountId;
  readonly from: string | null;
  /** What only the desk may read, such as why a hold was rejected. */
  readonly note: string | null;
}

export type EntryEvent =
  | { readonly kind: 'election-loaded'; readonly body: { readonly election: Election } }
  /** Empties a test election: its reports, holds, calls and notices are forgotten by the board. */
  | { readonly kind: 'election-reset'; readonly body: { readonly reason: string } }
  | { readonly kind: 'reports-accepted'; readonly body: ReportsAccepted }
  /** Reports that change nothing, or repeat one that is held: remembered by their ids, never public. */
  | { readonly kind: 'reports-noted'; readonly body: ReportsNoted }
  /** Its body is public only after the release. */
  | { readonly kind: 'report-held'; readonly body: ReportHeld }
  | { readonly kind: 'hold-released'; readonly body: ReportsAccepted & { readonly holdId: HoldId } }
  | { readonly kind: 'hold-rejected'; readonly body: { readonly holdId: HoldId } }
  /** The results of these units are public from here on; 'all': the last polls have closed. */
  | { readonly kind: 'polls-closed'; readonly body: { readonly units: 'all' | readonly UnitId[] } }
  /** The clock jumped past the closing: nothing opens until a person confirms. */
  | { readonly kind: 'closing-doubted'; readonly body: { readonly pollsClose: Instant } }
  /** Public only once confirmed. */
  | { readonly kind: 'call-proposed'; readonly body: CallProposed }
  | {
      readonly kind: 'call-confirmed';
      readonly body: { readonly callId: string; readonly seenSeq: number };
    }
  | {
      readonly kind: 'call-suspended';
      readonly body: {
        readonly callId: string;
        readonly retracts: string;
        readonly reason: string;
      };
    }
  /** `callId`: of the retraction that suspended it. */
  | {
      readonly kind: 'call-retracted';
      readonly body: { readonly callId: string; readonly retracts: string };
    }
  | {
      readonly kind: 'call-reinstated';
      readonly body: {
        readonly callId: string;
        readonly retracts: string;
        readonly reason: string;
      };
    }
  /** Public only once confirmed. */
  | { readonly kind: 'amendment-proposed'; readonly body: AmendmentBody }
  | { readonly kind: 'amended'; readonly body: AmendmentBody }
  | {
      readonly kind: 'notice-posted';
      readonly body: {
        readonly noticeId: string;
        readonly text: { readonly en: string; readonly es?: string };
        readonly since: Instant;
      };
    }
  | { readonly kind: 'notice-ended'; readonly body: { readonly noticeId: string } }
  | { readonly kind: 'locked'; readonly body: { readonly lockId: string; readonly reason: string } }
  | {
      readonly kind: 'unlocked';
      readonly body: { readonly lockId: string; readonly reason: string };
    }
  | {
      readonly kind: 'clock-set';
      readonly body: { readonly nightAt: Instant; readonly rate: number };
    }
  /** The writer's own, after a change that took back what had been proved. */
  | { readonly kind: 'certainty-withdrawn'; readonly body: CertaintyWithdrawn };

export type EntryKind = EntryEvent['kind'];

export type EntryOf<Kind extends EntryKind> = Extract<Entry, { readonly kind: Kind }>;

export interface ReportsAccepted {
  /** One, or the superseding reports of one unit, which take effect together. */
  readonly reports: readonly AcceptedReport[];
  /** Of the same unit: what a superseding report takes out. */
  readonly removed: readonly Method[];
}

/** A report merged with what was there: the whole count, so that totals can be recomputed from entries alone. */
export interface AcceptedReport {
  readonly reportId: string;
  readonly unit: UnitId;
  readonly method: Method;
  readonly count: Count;
  readonly version: number;
  readonly source: string | null;
  readonly sourceAt: Instant | null;
  /** Lowers a number, changes a complete report, or supersedes. */
  readonly correction: boolean;
  readonly reason: string | null;
  /** A hash-free fingerprint of what was sent, by which a resend is known. */
  readonly fingerprint: string;
}

export interface ReportsNoted {
  readonly reports: readonly {
    readonly reportId: string;
    readonly fingerprint: string;
    readonly answer: ReportOutcome;
  }[];
}

export interface ReportHeld {
  readonly holdId: HoldId;
  readonly reports: readonly AcceptedReport[];
  readonly removed: readonly Method[];
  readonly checks: readonly Check[];
  /** The holds whose place in the queue this takes; earlier entries name one, or null. */
  readonly replaces: readonly HoldId[] | HoldId | null;
}

export interface CallProposed {
  readonly callId: string;
  readonly type: CallType;
  readonly choices: readonly ChoiceId[];
  readonly source: string | null;
  readonly reason: string | null;
}

export interface AmendmentBody {
  readonly amendId: string;
  readonly changes: Amendment;
  readonly reason: string;
}

export interface CertaintyWithdrawn {
  /** What had been certain: an outcome state, or a choice's status. */
  readonly was: string;
  readonly choices: readonly ChoiceId[];
  /** The entry that took it back. */
  readonly causeSeq: number;
  /** What that entry was, and its reason or what it did; entries of before these were kept have neither. */
  readonly cause?: EntryKind;
  readonly reason?: string;
}
