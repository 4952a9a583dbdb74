import type { PathPart } from '../basics/fault.ts';

/** Something wrong in a definition. */
export interface Mistake {
  /** One of those below, or of the schema's (`missing`, `malformed`, `unknown-field`, …). */
  readonly code: string;
  readonly path: Path;
  /** One sentence: what would be right. */
  readonly message: string;
}

export type Path = readonly PathPart[];

/** What a definition can say that cannot be meant. */
export type MistakeCode =
  | 'duplicate'
  | 'reserved-id'
  | 'unsupported-rule'
  | 'senseless-rule'
  | 'measure-choices'
  | 'write-in'
  | 'votes-allowed'
  | 'total-and-parts'
  | 'late-ballots'
  | 'expected-by'
  | 'registration'
  | 'place'
  | 'time-zone'
  | 'reserved-name'
  | 'votes-per-party'
  | 'unknown-party'
  | 'unknown-choice'
  | 'unknown-method'
  | 'unknown-unit';

export function mistake(code: MistakeCode, path: Path, message: string): Mistake {
  return { code, path, message };
}
