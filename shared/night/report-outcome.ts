import type { HoldId } from '../basics/ids.ts';

/** The answer to one report; the first one is given again when it is sent again. */
export type ReportOutcome =
  | { readonly outcome: 'accepted'; readonly seq: number; readonly version: number }
  | {
      readonly outcome: 'held';
      readonly holdId: HoldId;
      readonly checks: readonly { readonly code: string; readonly message: string }[];
    };
