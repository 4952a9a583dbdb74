import type { ChoiceId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';

export type CallType = 'winner' | 'runoff' | 'advance' | 'too-early' | 'too-close';

/** An editorial decision, once public. Who made it is not. */
export interface Call {
  readonly callId: string;
  readonly type: CallType;
  readonly choices: readonly ChoiceId[];
  readonly source: string | null;
  readonly reason: string | null;
  /** Night time at which it became public. */
  readonly nightAt: Instant;
  readonly seq: number;
  readonly state: 'public' | 'under-review' | 'retracted';
  /** Of the retraction, once there is one. */
  readonly retraction: CallStep | null;
  /** When and why one editor put it under review; missing where nobody did, and in what was kept before this was. */
  readonly suspended?: CallStep;
  /** When and why it was let stand again. */
  readonly reinstated?: CallStep;
}

/** Something that became of a call, in the night's time. */
export interface CallStep {
  readonly nightAt: Instant;
  readonly reason: string;
}
