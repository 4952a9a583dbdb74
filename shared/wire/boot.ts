import type { ContestId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Definition } from '../election/definition.ts';
import type { Snapshot } from './messages.ts';

/** What the server puts into a page, so that it means something before any script runs and hydrates without a jump. */
export interface Boot {
  readonly page: 'front' | 'watch' | 'screen' | 'desk' | 'missing';
  readonly language: 'en' | 'es';
  /** Server time at rendering, UTC. */
  readonly at: string;
  /** The contest of the page; null on a page without one. */
  readonly contest: ContestId | null;
  /** What the page shows: its contest, or all of them on the front page and the desk. */
  readonly contests: readonly BootContest[];
  /** Where the page shows its contest as it was, and stays so: not there for the present. */
  readonly past?: BootPast;
  /** The rounds before and after the page's contest: not there where neither is on this server. */
  readonly rounds?: { readonly before: BootRound | null; readonly after: BootRound | null };
}

/** Another contest on this server. */
export interface BootRound {
  readonly contest: ContestId;
  readonly name: string;
}

/** Which moment of a contest's record is shown. */
export interface BootPast {
  /** The night's time. */
  readonly nightAt: Instant;
  /** The changes before and after the one that is shown; null where there was none by then. */
  readonly before: PastStep | null;
  readonly after: PastStep | null;
}

export interface PastStep {
  readonly seq: number;
  readonly nightAt: Instant;
}

export interface BootContest {
  readonly definition: Definition;
  readonly snapshot: Snapshot;
}

/** What the page renderer (the client's own bundle, built for the server) gives back. */
export interface RenderedPage {
  readonly html: string;
  readonly title: string;
}
