import type { ChoiceId, UnitId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { Certification, LateBallots, NextRound } from './contest.ts';
import type { Method } from './method.ts';

/** A change of the definition in mid-night. What is left out stays. */
export interface Amendment {
  readonly late?: readonly LateBallots[];
  /** Why no late ballots come; wherever `late` is empty. */
  readonly lateNone?: string;
  readonly units?: Readonly<Record<UnitId, UnitAmendment>>;
  readonly choices?: Readonly<Record<ChoiceId, ChoiceAmendment>>;
  readonly pollsClose?: Instant;
  readonly certified?: Certification | null;
  readonly next?: NextRound | null;
}

export interface UnitAmendment {
  readonly turnout?: Readonly<Partial<Record<Method, number>>>;
  readonly registered?: number | null;
  readonly expected?: number | null;
  /** Such as of a place that a court keeps open longer. */
  readonly pollsClose?: Instant;
}

export interface ChoiceAmendment {
  readonly withdrawn?: boolean;
  readonly eligible?: boolean;
  readonly counts?: boolean;
}
