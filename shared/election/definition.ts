import type { Contest, Election } from './contest.ts';

/** What a reader needs beside a tally to know everything: the contest as defined, without its units. */
export interface Definition {
  /** 1, 2, …: grows when the definition is loaded again or amended. */
  readonly version: number;
  readonly election: Omit<Election, 'contests'>;
  readonly contest: Omit<Contest, 'units' | 'baselines'>;
  /** In the order of the definition's units. Units without a parent are gathered under the name ''. */
  readonly counties: readonly County[];
}

export interface County {
  readonly name: string;
  /** Units of kind `precinct`. */
  readonly precincts: number;
  /** Sum over its units; null where one of them is unknown. */
  readonly registered: number | null;
}
