import type { ContestId, ElectionId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Step } from './timeline.ts';

/** The one way by which a replay reaches a desk. Everything may be sent twice. */
export interface Sender {
  /** @param definition the text of an election's definition */
  load(definition: string): Promise<Sent>;
  setClock(election: ElectionId, nightAt: Instant, rate: number): Promise<Sent>;
  /** All of a step, also what it takes to confirm it. */
  send(step: Step): Promise<Sent>;
  /** Ids of what the record has of an election since it was last emptied (see `idsOf`). */
  idsOnRecord(election: ElectionId): Promise<ReadonlySet<string>>;
  /** What the public has of a contest, unit by unit. */
  counted(contest: ContestId): Promise<Counted>;
}

/** What was not accepted as it was sent, a sentence each: held, refused. Empty where all went well. */
export type Sent = readonly string[];

export interface Counted {
  /** Of the contest's last public change. */
  readonly seq: number;
  readonly units: readonly CountedUnit[];
}

export interface CountedUnit {
  readonly unit: string;
  /** By method, those that have reported. */
  readonly methods: Readonly<Record<string, CountedCell>>;
}

export interface CountedCell {
  readonly votes: Readonly<Record<string, number>>;
  readonly status: string;
}

/** Nobody answers, or somebody who cannot yet: to be tried again. */
export class ServerAway extends Error {
  override readonly name = 'ServerAway';
}
