import type { Definition } from '../../shared/election/definition.ts';
import type { Standing } from '../../shared/results/standing.ts';
import type { Language } from '../words/format.ts';

/** What every part of the page is drawn from. */
export interface Picture {
  readonly definition: Definition;
  readonly standing: Standing;
  readonly language: Language;
}
