import type { AccountId, ContestId, ElectionId, HoldId, UnitId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { UnitCells } from '../count/cell.ts';
import type { NightClock, Tally } from '../count/tally.ts';
import type { Contest, Election } from '../election/contest.ts';
import type { Method } from '../election/method.ts';
import type { AmendmentBody, CallProposed, ReportHeld } from './entry.ts';
import type { ClosedUnits } from './public-units.ts';
import type { ReportOutcome } from './report-outcome.ts';

/**
 * All that the entries so far add up to. Owned by whoever applies them, changed only by `apply`;
 * the tallies, definitions and cells in it are immutable and may be handed out.
 */
export interface Board {
  /** Of the last entry applied; 0 before the first. */
  seq: number;
  /** The last entry's, null before the first. */
  at: Instant | null;
  readonly elections: Map<ElectionId, ElectionState>;
  readonly contests: Map<ContestId, ContestState>;
  /** Every report that was accepted or held, by its id. */
  readonly reportIds: Map<string, RememberedReport>;
  readonly holds: Map<HoldId, Hold>;
  readonly proposals: Map<string, ProposedCall>;
  readonly retractions: Map<string, Retraction>;
  readonly amendments: Map<string, ProposedAmendment>;
  readonly notices: Map<string, ContestId>;
  readonly lockIds: Map<string, RememberedLock>;
  /** Seqs of entries whose bodies are not public: held, embargoed, unconfirmed, or forgotten as such. */
  readonly hidden: Set<number>;
}

export interface ElectionState {
  /** As loaded; `ContestState.contest` is as amended. */
  election: Election;
  clock: NightClock;
}

export interface ContestState {
  readonly election: ElectionId;
  contest: Contest;
  definitionVersion: number;
  /** Units that have reported, embargoed reports included. */
  readonly cells: Map<UnitId, UnitCells>;
  /** The last version of a unit's method, also of cells that were superseded. */
  readonly versions: Map<UnitId, Map<Method, number>>;
  closedUnits: ClosedUnits;
  /** A doubted closing waits for a person. */
  closingDoubted: boolean;
  /** What the public knows; `tally.open` says whether the first polls have closed. */
  tally: Tally;
  /** The last public change of the contest. */
  seq: number;
  at: Instant;
  nightAt: Instant;
  /** The last seq at which the public leader, or its side of the line, became another. */
  leaderSince: number;
  /** Seqs of entries whose bodies wait for the polls of their unit to close. */
  readonly embargoed: Map<number, UnitId>;
  /** Holds that wait for a person, by unit, oldest first. */
  readonly pending: Map<UnitId, readonly HoldId[]>;
}

export interface RememberedLock {
  readonly contest: ContestId;
  readonly locked: boolean;
}

export interface RememberedReport {
  readonly fingerprint: string;
  readonly election: ElectionId;
  readonly answer: ReportOutcome;
}

export interface Hold extends ReportHeld {
  readonly replaces: readonly HoldId[];
  readonly contest: ContestId;
  readonly by: AccountId;
  readonly seq: number;
  readonly at: Instant;
  readonly nightAt: Instant;
  readonly state: 'pending' | 'released' | 'rejected' | 'replaced';
  /** Null while it waits. */
  readonly end: HoldEnd | null;
}

/** How a hold ended: by whom, and why, where they had to say so. Never public. */
export interface HoldEnd {
  readonly by: AccountId;
  readonly seq: number;
  readonly nightAt: Instant;
  readonly note: string | null;
}

export interface ProposedCall extends CallProposed {
  readonly contest: ContestId;
  readonly by: AccountId;
  readonly seq: number;
  readonly state: 'proposed' | 'confirmed';
}

export interface Retraction {
  readonly callId: string;
  readonly retracts: string;
  readonly contest: ContestId;
  readonly by: AccountId;
  readonly reason: string;
  readonly state: 'suspended' | 'retracted' | 'reinstated';
}

export interface ProposedAmendment extends AmendmentBody {
  readonly contest: ContestId;
  readonly by: AccountId;
  readonly seq: number;
  readonly state: 'proposed' | 'amended';
}
