import type { ReportStatus } from '../../shared/count/report.ts';

/** A report as the API takes it (`POST /api/v1/reports`). */
export interface ReportBody {
  readonly reportId: string;
  readonly contest: string;
  readonly unit: string;
  readonly method: string;
  readonly votes: Readonly<Record<string, number>>;
  readonly status: ReportStatus;
  readonly ballotsCast?: number;
  readonly basedOn?: number;
  readonly source?: string;
  readonly reason?: string;
}

/** The API's answer to one report. */
export type ReportReply = { readonly reportId: string } & (
  | { readonly outcome: 'accepted'; readonly seq: number; readonly version: number }
  | {
      readonly outcome: 'held';
      readonly holdId: string;
      readonly checks: readonly { readonly code: string; readonly message: string }[];
    }
  | { readonly outcome: 'duplicate'; readonly first: ReportReply }
  | {
      readonly outcome: 'refused';
      readonly error: { readonly code: string; readonly message: string; readonly path: string };
    }
);
