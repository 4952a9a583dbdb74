import { z } from 'zod';
import { firstFaultOf, WITH_INPUT } from '../basics/fault.ts';
import { oversize } from '../basics/oversize.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { parseReport } from '../count/parse-report.ts';
import type { Report } from '../count/report.ts';
import type { Refusal } from './refusal.ts';
import { refusalOf } from './refusal-of.ts';

/** As many as one request may bring. */
export const MAX_REPORTS = 5_000;

/** A report of 80 values for each of them; a few may be much larger. */
const REQUEST_SIZE = { members: MAX_REPORTS, values: 80 * MAX_REPORTS };

const envelope = z.strictObject(
  { reports: z.array(z.unknown(), { error: 'a list of reports' }) },
  { error: '{ "reports": [ … ] }' },
);

/** A report that cannot even be read; `reportId` as it was sent, '' where it was no text. */
export type UnreadableReport = Refusal & { readonly reportId: string };

/**
 * The body of `POST /api/v1/reports`: one result a report, in order, so that one bad report costs no
 * other. A refusal of the whole where it is no list of reports, or one of more than MAX_REPORTS.
 */
export function parseReports(
  json: unknown,
): Result<readonly Result<Report, UnreadableReport>[], Refusal> {
  const body = envelope.safeParse(json, WITH_INPUT);
  if (!body.success) return err(refusalOf(firstFaultOf(body.error)));
  const { reports } = body.data;
  if (reports.length > MAX_REPORTS)
    return err({
      code: 'too-large',
      path: 'reports',
      message: `Expected at most ${MAX_REPORTS} reports in one request, not ${reports.length}.`,
    });
  const tooLarge = oversize(body.data, REQUEST_SIZE);
  return tooLarge === null ? ok(reports.map(parseOne)) : err(refusalOf(tooLarge));
}

function parseOne(value: unknown): Result<Report, UnreadableReport> {
  const parsed = parseReport(value);
  return parsed.ok ? parsed : err({ reportId: reportIdOf(value), ...refusalOf(parsed.reason) });
}

function reportIdOf(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('reportId' in value)) return '';
  return typeof value.reportId === 'string' ? value.reportId : '';
}
