import type { ContestView } from '../live/store.ts';
import type { Language } from '../words/format.ts';
import type { DeskPerson } from './desk-api.ts';

/** What every part of the desk goes by: the contest as the public has it, and who looks. */
export interface DeskView extends Pick<ContestView, 'definition' | 'tally'> {
  readonly person: DeskPerson;
  readonly language: Language;
}
