import type { Amendment } from '../../shared/election/amendment.ts';
import type { Definition } from '../../shared/election/definition.ts';
import type { Language } from '../words/format.ts';
import type { ListedUnit } from './listed-unit.ts';

/** What one kind of change is keyed from, and who is told of it. */
export interface AmendParts {
  readonly definition: Definition;
  readonly units: readonly ListedUnit[];
  readonly language: Language;
  /** null: not complete yet, or not a change. */
  readonly onChange: (changes: Amendment | null) => void;
}
