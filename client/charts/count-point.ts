import type { ChoiceId } from '../../shared/basics/ids.ts';

/** How the votes stood at one moment of the night. */
export interface CountPoint {
  readonly nightAt: string;
  /** Valid votes for the office. */
  readonly counted: number;
  readonly votes: Readonly<Record<ChoiceId, number>>;
}
