import type { RequestHandler, Router } from 'express';
import { present } from '../../shared/basics/assert.ts';
import type { Report } from '../../shared/count/report.ts';
import type { Actor } from '../../shared/night/actor.ts';
import type { ReportAnswer } from '../../shared/night/decision.ts';
import { parseReports } from '../../shared/night/parse-reports.ts';
import type { Refusal } from '../../shared/night/refusal.ts';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';
import { failureOf, sendFailure } from './failure.ts';
import { actorIn } from './give-command.ts';
import { groupSuperseding } from './group-superseding.ts';
import { mayGive } from './guard.ts';
import { jsonBody, REPORTS_LIMIT } from './read-body.ts';

type SentOutcome =
  | ReportAnswer
  | { readonly reportId: string; readonly outcome: 'refused'; readonly error: Refusal };

/** `POST /reports`: one outcome a report, in order; one that is refused costs no other. */
export function addReports(router: Router, context: HttpContext): void {
  endpoint(router, '/reports', {
    post: [mayGive(context, 'report'), ...jsonBody(REPORTS_LIMIT), answerReports(context)],
  });
}

function answerReports(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const sent = parseReports(request.body);
    if (!sent.ok) return sendFailure(response, failureOf(sent.reason));
    const by = actorIn(response);
    const outcomes = new Array<SentOutcome>(sent.value.length);
    const readable = new Map<Report, number>();
    sent.value.forEach((read, place) => {
      if (read.ok) readable.set(read.value, place);
      else outcomes[place] = refused(read.reason.reportId, read.reason);
    });
    // Given in order and without waiting, so that all of one request share a flush.
    await Promise.all(
      groupSuperseding([...readable.keys()]).map(async (reports) => {
        const answers = await outcomesOf(context, by, reports);
        reports.forEach((report, at) => {
          const place = present(readable.get(report), 'place of a report');
          outcomes[place] = present(answers[at], 'outcome of a report');
        });
      }),
    );
    response.json({ outcomes });
  };
}

/** Of reports that stand or fall together: one each, in their order. */
async function outcomesOf(
  { desk }: HttpContext,
  by: Actor,
  reports: readonly Report[],
): Promise<readonly SentOutcome[]> {
  const answer = await desk.submit({ type: 'report', reports, by });
  if (!answer.ok) return reports.map(({ reportId }) => refused(reportId, answer.reason));
  return answer.value.type === 'report' ? answer.value.outcomes : [];
}

function refused(reportId: string, { code, message, path }: Refusal): SentOutcome {
  return { reportId, outcome: 'refused', error: { code, message, path } };
}
