import type { DeskApi } from './desk-api.ts';
import type { Drafts } from './drafts.ts';
import type { Attempt } from './outbox.ts';
import { type ReportBody, settledReply } from './report-body.ts';

/** Sends a report. Its draft has done its work once the server has it; a refused one is there to be mended. */
export function sendAndSettle(
  api: Pick<DeskApi, 'send'>,
  drafts: Pick<Drafts, 'drop'>,
): (report: ReportBody) => Promise<Attempt> {
  return async (report) => {
    const attempt = await api.send(report);
    if ('reply' in attempt && settledReply(attempt.reply).outcome !== 'refused')
      drafts.drop(report);
    return attempt;
  };
}
