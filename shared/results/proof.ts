import type { ChoiceStanding, OutcomeState } from './standing.ts';

export type Status = ChoiceStanding['status'];

/** What is proved of a contest, and of each choice in ballot order. */
export interface Proof {
  readonly state: OutcomeState;
  readonly statuses: readonly Status[];
}
