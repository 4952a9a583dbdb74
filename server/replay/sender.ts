import type { ElectionId } from '../../shared/basics/ids.ts';
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
}

/** What was not accepted as it was sent, a sentence each: held, refused. Empty where all went well. */
export type Sent = readonly string[];

/** Nobody answers, or somebody who cannot yet: to be tried again. */
export class ServerAway extends Error {
  override readonly name = 'ServerAway';
}
