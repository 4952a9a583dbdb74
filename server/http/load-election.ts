import type { RequestHandler } from 'express';
import { locatedRefusal, parseDefinition } from '../election/parse-definition.ts';
import type { HttpContext } from './context.ts';
import { failure, failureOf, sendFailure } from './failure.ts';
import { actorIn } from './give-command.ts';
import { mayGive } from './guard.ts';
import { queryFlag } from './query.ts';
import { textBody } from './read-body.ts';

/** A state's 2,700 precincts in a dozen contests, each with its baselines. */
const DEFINITION_LIMIT = 64 * 1024 * 1024;

/**
 * `POST /elections`: loads a definition as it is written, comments and all, so that a mistake can be
 * told with its line. `?reset=1` empties a test election first.
 */
export function loadElection(context: HttpContext): RequestHandler[] {
  return [mayGive(context, 'load-election'), ...textBody(DEFINITION_LIMIT), answerLoad(context)];
}

function answerLoad(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const reset = queryFlag(request, 'reset');
    if (!reset.ok) return sendFailure(response, reset.reason);
    const read = parseDefinition(typeof request.body === 'string' ? request.body : '');
    if (!read.ok) {
      const first = read.reason[0];
      const counted = read.reason.length === 1 ? 'one mistake' : `${read.reason.length} mistakes`;
      const message = `The definition has ${counted}; nothing was loaded.`;
      const failed = failure(422, 'invalid-definition', message, first?.path);
      return sendFailure(response, failed, { mistakes: read.reason });
    }
    const by = actorIn(response);
    const answer = await context.desk.submit({
      type: 'load-election',
      election: read.value,
      reset: reset.value,
      by,
    });
    if (!answer.ok) {
      const { reason } = answer;
      const placed = reason.path === '' ? {} : { mistakes: [locatedRefusal(request.body, reason)] };
      return sendFailure(response, failureOf(reason), placed);
    }
    const { type, ...told } = answer.value;
    response.json(told);
  };
}
