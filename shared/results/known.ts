import type { Tally } from '../count/tally.ts';
import type { Definition } from '../election/definition.ts';
import type { JudgedCall, Outcome, Outstanding, SentenceArgs } from './standing.ts';

/** What a sentence is made of. `outstanding`: in votes. */
export interface Known {
  readonly definition: Definition;
  readonly tally: Tally;
  readonly counted: number;
  readonly calls: readonly JudgedCall[];
  readonly outcome: Outcome;
  readonly outstanding: Outstanding;
}

/** A sentence before it is put into words. */
export interface Draft {
  readonly key: string;
  readonly args: SentenceArgs;
}
