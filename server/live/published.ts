import type { ContestId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';
import type { Tally } from '../../shared/count/tally.ts';
import type { Definition } from '../../shared/election/definition.ts';

/** A contest as those who watch it were last told. */
export interface Published {
  readonly contest: ContestId;
  readonly definition: Definition;
  readonly tally: Tally;
  /** Of the contest's last public change. */
  readonly seq: number;
  readonly at: Instant;
  readonly nightAt: Instant;
}
