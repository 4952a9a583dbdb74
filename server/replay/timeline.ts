import { assertNever } from '../../shared/basics/assert.ts';
import type { ContestId, ElectionId } from '../../shared/basics/ids.ts';
import type { Instant } from '../../shared/basics/instant.ts';

/** A recorded or reconstructed night: what was sent when, by the night's own clock. */
export interface Timeline {
  readonly election: ElectionId;
  readonly name: string;
  /** Where the night's clock stands when the replay begins. */
  readonly start: Instant;
  /** How many times faster than life it plays unless told otherwise. */
  readonly speed: number;
  /** In the order of their times. */
  readonly steps: readonly Step[];
}

/** One thing to be sent: the bodies are those of the API. */
export type Step = { readonly at: Instant } & (
  | { readonly type: 'reports'; readonly reports: readonly ReportBody[] }
  | { readonly type: 'notice'; readonly noticeId: string; readonly body: object }
  | { readonly type: 'end-notice'; readonly noticeId: string }
  /** What a check has held of a unit is let pass by the second person. */
  | {
      readonly type: 'release';
      readonly contest: ContestId;
      readonly unit: string;
      readonly method: string;
    }
  /** Proposed by one and confirmed by another. */
  | {
      readonly type: 'call';
      readonly callId: string;
      readonly contest: ContestId;
      readonly body: object;
    }
  /** Likewise. */
  | {
      readonly type: 'amend';
      readonly amendId: string;
      readonly contest: ContestId;
      readonly body: object;
      /** Who certifies by it; null where nobody does. */
      readonly certifiedBy: string | null;
    }
);

export interface ReportBody {
  readonly reportId: string;
  readonly contest: string;
  readonly unit: string;
  readonly method: string;
  readonly votes: Readonly<Record<string, number>>;
  readonly status: 'none' | 'partial' | 'complete';
  readonly source: string | null;
  readonly sourceAt: Instant;
  /** For where it corrects what somebody keyed meanwhile. */
  readonly reason?: string;
  readonly supersedes?: boolean;
}

/** What the record names when a step has been carried out: a resumed replay looks for these. */
export function idsOf(step: Step): readonly string[] {
  switch (step.type) {
    case 'reports':
      return step.reports.map(({ reportId }) => reportId);
    case 'notice':
      return [step.noticeId];
    case 'end-notice':
      return [endOf(step.noticeId)];
    // It is known by the reports that it lets pass: those of an earlier step.
    case 'release':
      return [];
    case 'call':
      return [step.callId];
    case 'amend':
      return [step.amendId];
    default:
      return assertNever(step);
  }
}

/** A notice's end has no id of its own. */
export function endOf(noticeId: string): string {
  return `end of ${noticeId}`;
}
