import type { ChoiceId, ContestId, ElectionId, PartyId, UnitId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Method } from './method.ts';
import type { Rule } from './rule.ts';

/** One night: its name, date, zone and contests. Parsed, with every default filled in. */
export interface Election {
  readonly id: ElectionId;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
  /** An IANA name, such as `America/New_York`. */
  readonly timeZone: string;
  readonly stage: 'test' | 'live';
  /** Such as `reconstructed-order`; shown on every surface. */
  readonly labels: readonly string[];
  /** Whether who keyed a held report may also release it. */
  readonly releaseOwn: boolean;
  readonly parties: readonly Party[];
  readonly contests: readonly Contest[];
  /** The source's own id, where an importer made ours. */
  readonly sourceId?: string;
}

export interface Party {
  readonly id: PartyId;
  readonly name: string;
  /** `#rrggbb`, where the definition gives one. */
  readonly color: string | null;
  /** The source's own id, where an importer made ours. */
  readonly sourceId?: string;
}

export interface Contest {
  readonly id: ContestId;
  readonly name: string;
  readonly kind: 'candidate' | 'measure';
  readonly rule: Rule;
  /** In ballot order. */
  readonly choices: readonly Choice[];
  readonly votesAllowed: number;
  readonly blocs: readonly Bloc[];
  readonly methods: readonly Method[];
  /** The methods that make a precinct "reporting". */
  readonly reportingBy: readonly Method[];
  readonly registration: Registration | null;
  readonly uncontested: boolean;
  /** A margin of the deciding two at or under num/den of the votes cast for all may be recounted. */
  readonly recount: { readonly num: number; readonly den: number } | null;
  /** Ballots that may still come after the precincts. A silent definition has one of unknown method and bound. */
  readonly late: readonly LateBallots[];
  /** Why there are no late ballots, where the definition states that there are none. */
  readonly lateNone: string | null;
  readonly expectedBy: string | null;
  readonly pollsClose: Instant | null;
  readonly publishFrom: 'last' | 'own';
  readonly next: NextRound | null;
  readonly certified: Certification | null;
  readonly baselines: readonly Baseline[];
  readonly units: readonly Unit[];
  /** The source's own id, where an importer made ours. */
  readonly sourceId?: string;
}

export interface Choice {
  readonly id: ChoiceId;
  readonly name: string;
  readonly party: PartyId | null;
  readonly incumbent: boolean;
  /** A pooled line: counts in the total, cannot win. */
  readonly writeIn: boolean;
  /** A label only. */
  readonly withdrawn: boolean;
  /** Whether it can win or advance. False for a pooled write-in line too. */
  readonly eligible: boolean;
  /** Whether its votes are part of the total. */
  readonly counts: boolean;
  /** The choice of a measure that the rule is about ("Yes"). */
  readonly passes: boolean;
  /** The source's own id, where an importer made ours. */
  readonly sourceId?: string;
}

/** Parties or choices whose votes are shown added up. */
export interface Bloc {
  readonly id: string;
  readonly name: string;
  readonly choices: readonly ChoiceId[];
}

/** What "registered" counts: everyone who may vote (`all`), active voters only, or a roll that grows on the day. Only `all` is a bound. */
export interface Registration {
  readonly is: 'all' | 'active' | 'same-day';
  /** The contest's whole roll where it is known: bounds the sum. */
  readonly all: number | null;
  readonly source: string | null;
}

export interface LateBallots {
  /** null: the definition is silent, so that some may come of a method nobody named. */
  readonly method: Method | null;
  /** The most ballots of this method that can be counted; null: no bound known. */
  readonly bound: number | null;
  readonly source: string | null;
  /** `YYYY-MM-DD`. */
  readonly until: string | null;
}

export interface NextRound {
  readonly contest: ContestId | null;
  readonly name: string;
  /** `YYYY-MM-DD`. */
  readonly date: string | null;
}

export interface Certification {
  readonly at: Instant;
  readonly source: string;
}

/** A past contest for comparison, by unit and method: votes in the order of `parties`. */
export interface Baseline {
  readonly id: string;
  readonly name: string;
  readonly parties: readonly PartyId[];
  readonly units: Readonly<Record<UnitId, Readonly<Partial<Record<Method, readonly number[]>>>>>;
}

/** Where votes are counted. */
export interface Unit {
  readonly id: UnitId;
  readonly name: string;
  /** Its county; null where the definition names none. */
  readonly parent: string | null;
  /** `central`: votes that a county reports as a whole; counted, but no precinct. */
  readonly kind: 'precinct' | 'central';
  readonly methods: readonly Method[];
  readonly registered: number | null;
  /** Ballots expected, by what a desk could know at that moment. */
  readonly expected: number | null;
  /** By method: the final number of ballots from the poll book, once known. */
  readonly turnout: Readonly<Partial<Record<Method, number>>>;
  readonly pollsClose: Instant | null;
  readonly lon: number | null;
  readonly lat: number | null;
  /** The source's own id, where an importer made ours. */
  readonly sourceId?: string;
}
