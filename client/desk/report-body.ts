import type { ChoiceId, ContestId, UnitId } from '../../shared/basics/ids.ts';
import type { Report, ReportStatus } from '../../shared/count/report.ts';
import type { Method } from '../../shared/election/method.ts';

/** A report as the API takes it (`POST /api/v1/reports`). */
export interface ReportBody {
  readonly reportId: string;
  readonly contest: ContestId;
  readonly unit: UnitId;
  readonly method: Method;
  readonly votes: Readonly<Record<ChoiceId, number>>;
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

/** What became of a report: sending it again tells what it came to the first time. */
export function settledReply(
  reply: ReportReply,
): Exclude<ReportReply, { readonly outcome: 'duplicate' }> {
  return reply.outcome === 'duplicate' ? settledReply(reply.first) : reply;
}

/** The report as the server will read it, to be merged and checked here as there. */
export function reportOf(body: ReportBody): Report {
  return {
    reportId: body.reportId,
    contest: body.contest,
    unit: body.unit,
    method: body.method,
    // `as`: Object.entries forgets the keys' brand.
    votes: new Map(Object.entries(body.votes) as [ChoiceId, number][]),
    ballotsCast: body.ballotsCast ?? null,
    overvotes: null,
    undervotes: null,
    status: body.status,
    basedOn: body.basedOn ?? null,
    source: body.source ?? null,
    sourceAt: null,
    supersedes: false,
    reason: body.reason ?? null,
  };
}
