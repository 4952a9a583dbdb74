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
  readonly retraction: { readonly nightAt: Instant; readonly reason: string } | null;
}
