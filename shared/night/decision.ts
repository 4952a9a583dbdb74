import type { ElectionChange } from './election-changes.ts';
import type { EntryDraft } from './entry.ts';
import type { ReportOutcome } from './report-outcome.ts';

/** What a command does: entries to be written (none where it changes nothing) and what its sender is told. */
export interface Decision {
  readonly entries: readonly EntryDraft[];
  readonly answer: Answer;
}

export type Answer =
  | { readonly type: 'report'; readonly outcomes: readonly ReportAnswer[] }
  /** `state`: what it came to, such as `proposed` or `confirmed`; `repeated`: it had been done before, and this changed nothing. */
  | {
      readonly type: 'done';
      readonly id: string;
      readonly state: string;
      readonly repeated: boolean;
      /** What an election that was loaded again has otherwise than before. */
      readonly changes?: readonly ElectionChange[];
    };

export type ReportAnswer = { readonly reportId: string } & (
  | ReportOutcome
  | { readonly outcome: 'duplicate'; readonly first: ReportOutcome }
);
