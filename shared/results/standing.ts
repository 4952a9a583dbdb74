import type { ChoiceId, ContestId } from '../basics/ids.ts';
import type { Call } from '../count/call.ts';
import type { Notice, PublicAmendment, PublicCorrection, UnitCounts } from '../count/tally.ts';
import type { Certification, Election } from '../election/contest.ts';

/** What follows from a definition and a tally, in the contract's names. Votes, never ballots. */
export interface Standing {
  readonly contest: ContestId;
  readonly definitionVersion: number;
  readonly seq: number;
  /** The server's time, UTC. */
  readonly at: string;
  /** The night's time, with the election's offset from UTC. */
  readonly nightAt: string;
  /** The night time of the newest report; null while there is none. */
  readonly asOf: string | null;
  /** False until the polls have closed. */
  readonly open: boolean;
  /** Valid votes for the office: the denominator of every share. */
  readonly counted: number;
  /** In ballot order. */
  readonly choices: readonly ChoiceStanding[];
  readonly line: LineStanding | null;
  readonly reporting: UnitCounts & { readonly units: number };
  readonly outstanding: Outstanding;
  readonly outcome: Outcome;
  readonly blocs: readonly BlocStanding[];
  readonly sentence: Told;
  readonly calls: readonly JudgedCall[];
  readonly notices: readonly Notice[];
  readonly corrections: readonly PublicCorrection[];
  readonly amendments: readonly PublicAmendment[];
  readonly holds: number;
  /** Reports that come while this is so wait for a person. */
  readonly locked: boolean;
  /** The margin of the deciding two is one that may be recounted. */
  readonly recount: boolean;
  readonly certified: Certification | null;
  readonly stage: Election['stage'];
  /** What must be known of these data wherever they are shown; of a test election the first is `test`. */
  readonly labels: readonly string[];
}

export interface JudgedCall extends Call {
  /** What is proved speaks against it: whoever shows it says so. */
  readonly contradicted: boolean;
}

export interface ChoiceStanding {
  readonly id: ChoiceId;
  readonly name: string;
  readonly party: string | null;
  readonly votes: number;
  /** 0 to 1, for drawing only: no decision rests on it. null while nothing is counted or the choice's votes do not count. */
  readonly share: number | null;
  /** On its true side of the line and apart from its deciding rival; '' while there is no share. English. */
  readonly shareText: string;
  /** 1, 2, …: by votes, equal votes share a rank. */
  readonly rank: number;
  readonly overLine: boolean;
  /** The range of final shares, by the hard bound; null where none is known. */
  readonly bounds: Range | null;
  /** Of the votes that can still come, to clear the line; null without a bound or a line. */
  readonly needs: Needs | null;
  /** The same if exactly the expected votes come; null without an expected vote. Never called certain. */
  readonly ifExpected: (Range & { readonly needs: Needs | null }) | null;
  readonly status: 'open' | 'win-certain' | 'placed' | 'through' | 'out' | 'tied';
}

export interface Range {
  readonly min: number;
  readonly max: number;
}

export interface Needs {
  readonly votes: number;
  readonly of: number;
  /** votes / of, 0 to 1; null unless `possible`. */
  readonly share: number | null;
  readonly state: 'possible' | 'enough' | 'cannot';
}

export interface LineStanding {
  readonly num: number;
  readonly den: number;
  readonly strict: boolean;
  /** The smallest number of the counted votes that clears the line. */
  readonly votesToClear: number;
  /** votesToClear less the leader's votes; negative or 0 once the leader clears. */
  readonly leaderShortBy: number;
}

/** What may still come, in votes (ballots times votesAllowed). */
export interface Outstanding {
  readonly bound: number | null;
  /** `mixed`: more than one of them; `late`: what the bounds of late methods leave; `roll`: the whole contest's registration. */
  readonly boundBy: 'registration' | 'turnout' | 'late' | 'mixed' | 'complete' | 'roll' | null;
  /** Why no bound is known; empty where one is. */
  readonly boundMissing: readonly BoundMissing[];
  readonly expected: number | null;
  readonly expectedBy: string | null;
  readonly expectedTotal: number | null;
}

export type BoundMissing =
  | 'registration-unknown'
  | 'registration-not-a-bound'
  | 'more-counted-than-bound'
  | 'late-unbounded';

export interface Outcome {
  readonly state: OutcomeState;
  /** Certain so far, by rank. */
  readonly winners: readonly ChoiceId[];
  readonly advancing: readonly ChoiceId[];
  readonly tied: readonly ChoiceId[];
  readonly because: { readonly key: string; readonly args: SentenceArgs };
}

export type OutcomeState =
  | 'open'
  | 'win-certain'
  | 'runoff-certain'
  | 'advance-certain'
  | 'pass-certain'
  | 'fail-certain'
  | 'tied'
  | 'uncontested';

export interface BlocStanding {
  readonly id: string;
  readonly name: string;
  readonly votes: number;
  readonly share: number | null;
}

/** A list is one of names, or of keys. */
export type SentenceArgs = Readonly<Record<string, string | number | readonly string[]>>;

/** A sentence as it travels: a key of the catalogue and arguments. */
export interface Told {
  readonly key: string;
  readonly args: SentenceArgs;
}

/** With its words, English unless another language is asked for. */
export interface Sentence extends Told {
  readonly text: string;
}

/** As it is sent to those who have no catalogue of sentences. */
export interface SpokenStanding extends Standing {
  readonly sentence: Sentence;
}
