import type { ChoiceId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Method } from '../election/method.ts';
import type { Call } from './call.ts';

/**
 * What the public knows of one contest. The one sum that is kept, entry by entry, and the one thing
 * that is sent: plain JSON, never changed in place, replaced as a whole with its untouched parts kept.
 */
export interface Tally {
  /** False until the polls have closed: until then nothing is counted here. */
  readonly open: boolean;
  /** Every choice of the contest, also those whose votes do not count. */
  readonly votes: Votes;
  /** Ballots from which these votes were counted. */
  readonly ballots: number;
  /** Every method that a unit has, and `total` once one reports it. */
  readonly methods: Readonly<Partial<Record<Method, MethodTally>>>;
  /** By the counties' names in the definition. */
  readonly counties: Readonly<Record<string, CountyTally>>;
  /** Precincts, by the contest's `reportingBy`. */
  readonly units: UnitCounts;
  readonly out: Out;
  /** Oldest first; also those under review or retracted. */
  readonly calls: readonly Call[];
  /** Oldest first; also those that have ended. */
  readonly notices: readonly Notice[];
  /** Reports that wait for a person; 0 before the polls close. */
  readonly holds: number;
  readonly locked: boolean;
  /** Oldest first; the newest 20, withdrawn certainties among them. All stay in the journal, older ones are not sent. */
  readonly corrections: readonly PublicCorrection[];
  /** Oldest first, the newest 20; missing in what was kept before they were. */
  readonly amendments?: readonly PublicAmendment[];
  /** The newest report's night time; null while there is none. */
  readonly asOf: Instant | null;
  readonly lastChange: LastChange | null;
  readonly clock: NightClock;
}

/** The fields that are sums over the cells; all else is put in entry by entry. */
export type TallySums = Pick<Tally, 'votes' | 'ballots' | 'methods' | 'counties' | 'units' | 'out'>;

export type Votes = Readonly<Record<ChoiceId, number>>;

export interface MethodTally {
  readonly votes: Votes;
  readonly ballots: number;
  /** Units that have this method, and those of them in which it is complete (by itself or by a complete `total`, late methods never by it). */
  readonly units: number;
  readonly complete: number;
}

export interface CountyTally {
  /** By method, those with a report only. */
  readonly votes: Readonly<Partial<Record<Method, Votes>>>;
  readonly units: UnitCounts;
  /** Ballots that the expected vote still has out here. */
  readonly expectedOut: number;
}

export interface UnitCounts {
  readonly complete: number;
  readonly partial: number;
  readonly none: number;
}

/**
 * Ballots that may still come from the units, by source. A group is a unit, or a county where that
 * has a central unit. Late ballots are bounded by the definition less what `methods` has of them.
 */
export interface Out {
  /** Groups that are not complete (late methods apart). */
  readonly incomplete: number;
  /**
   * Each incomplete group by its best source: sums of ballots, and groups without a remainder (no
   * source, or counted beyond it). A group with a poll-book turnout of which registration leaves
   * less is under `registration`. Holds while every late method has ended or has a bound.
   */
  readonly byGroup: {
    readonly registration: number;
    readonly turnout: number;
    readonly unknown: number;
  };
  /**
   * Registration less all ballots counted, late ones too, over all groups, complete or not; what
   * counts while a late method has no bound. `overBound` of the `unknown` are beyond registration.
   */
  readonly byRegistration: {
    readonly ballots: number;
    readonly unknown: number;
    readonly overBound: number;
  };
  /** Of `byGroup.unknown`, the groups with a remainder below zero (counted more than their bound): the desk is told. */
  readonly overBound: number;
  /**
   * Ballots that the expected vote still has out: over the incomplete groups, what is expected less
   * all ballots counted, never below 0. A group of which it is not known adds nothing, and is among
   * `expectedUnknown`. Null where no unit states one.
   */
  readonly expected: number | null;
  /** Incomplete groups of which nobody says how many ballots are expected: while there are any, `expected` is not all. */
  readonly expectedUnknown: number;
  /** Groups whose count passed what was expected, complete or not. */
  readonly overExpected: number;
}

export interface Notice {
  readonly noticeId: string;
  /** By language; English always. */
  readonly text: { readonly en: string; readonly es?: string };
  /** Night time from which it holds. */
  readonly since: Instant;
  /** Night time of its end; null while it holds. */
  readonly until: Instant | null;
  readonly seq: number;
}

/** A number that was lowered or changed after completion, or a certainty taken back: stays in the record with its reason. */
export interface PublicCorrection {
  readonly seq: number;
  readonly nightAt: Instant;
  readonly unit: string | null;
  /** The unit as readers know it, with its county: RW12, Fulton. Missing in what was kept before there was one. */
  readonly unitName?: string | null;
  readonly method: Method | null;
  /** Choices whose votes changed. */
  readonly changes: readonly {
    readonly choice: ChoiceId;
    readonly from: number;
    readonly to: number;
  }[];
  readonly reason: string;
  /** Where a proof was taken back: what had been certain (an outcome state or a choice's status), and of whom. */
  readonly withdrawn?: { readonly was: string; readonly choices: readonly ChoiceId[] };
}

/** That the definition is another, and why. */
export interface PublicAmendment {
  readonly seq: number;
  readonly nightAt: Instant;
  /** What of it changed; empty where the whole was loaded again. */
  readonly parts: readonly AmendedPart[];
  /** null where the whole was loaded again. */
  readonly reason: string | null;
}

export type AmendedPart = 'late' | 'units' | 'choices' | 'pollsClose' | 'certified' | 'next';

export interface LastChange {
  readonly seq: number;
  readonly at: Instant;
  readonly nightAt: Instant;
  readonly kind:
    | 'report'
    | 'correction'
    | 'call'
    | 'notice'
    | 'amendment'
    | 'clock'
    | 'polls-closed'
    | 'other';
  /** The county whose votes changed, for a report or correction. */
  readonly county: string | null;
}

/** Night time runs `rate` times as fast as the server's from `at` = `nightAt` on. A live election's is 1 and the same. */
export interface NightClock {
  readonly at: Instant | null;
  readonly nightAt: Instant | null;
  readonly rate: number;
}
