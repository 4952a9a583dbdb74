import type { ContestId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Tally } from '../count/tally.ts';
import type { SpokenStanding } from '../results/standing.ts';

/** Grows when a message changes. */
export const PROTOCOL_VERSION = 1;

/** Where a reader is: a journal (another epoch is another history) and the seq of the contest's last change it has. */
export interface Position {
  readonly epoch: string;
  readonly seq: number;
}

/** Adds to what is watched; a contest that is watched already is answered anew. */
export interface Subscribe {
  readonly contests: readonly string[];
  readonly positions?: Readonly<Record<string, Position>>;
}

export interface Unsubscribe {
  readonly contests: readonly string[];
}

export interface Snapshot {
  readonly contest: ContestId;
  readonly position: Position;
  readonly definitionVersion: number;
  readonly tally: Tally;
}

/** All that changed between `since` and `seq`, as new totals: see merge-tally.ts for how it is put in. */
export interface Update {
  readonly contest: ContestId;
  readonly epoch: string;
  readonly since: number;
  readonly seq: number;
  readonly definitionVersion: number;
  readonly tally: TallyChange;
}

/** Any part of a tally, to any depth: objects are merged by key, everything else is replaced. */
export type TallyChange = DeepPartial<Tally>;
type DeepPartial<Value> = Value extends readonly unknown[] | null | string | number | boolean
  ? Value
  : { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> };

/** The contest is where the reader already is. */
export interface Current {
  readonly contest: ContestId;
}

/** For a client that asked for `encoding: "standing"`, in place of `tally`, whole each time. */
export type StandingSnapshot = Omit<Snapshot, 'tally'> & { readonly standing: SpokenStanding };
export type StandingUpdate = Omit<Update, 'tally'> & { readonly standing: SpokenStanding };

/** The server's clock, on connecting and now and then: by it a reader with a wrong clock knows how old things are. */
export interface ServerTime {
  readonly at: Instant;
  /** The version of the protocol that this server speaks. */
  readonly protocol: number;
}

export interface WireRefusal {
  readonly code: 'invalid' | 'unknown-message' | 'unknown-contest' | 'too-many' | 'too-often';
  readonly message: string;
  /** Of an unknown contest: what was asked for. */
  readonly contest?: string;
}

export interface ServerToClient {
  snapshot: (message: Snapshot | StandingSnapshot) => void;
  update: (message: Update | StandingUpdate) => void;
  current: (message: Current) => void;
  time: (message: ServerTime) => void;
  refused: (message: WireRefusal) => void;
}

export interface ClientToServer {
  subscribe: (message: Subscribe) => void;
  unsubscribe: (message: Unsubscribe) => void;
}
