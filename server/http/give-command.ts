import type { RequestHandler, Response } from 'express';
import type { Result } from '../../shared/basics/result.ts';
import type { Actor } from '../../shared/night/actor.ts';
import type { SentCommand } from '../../shared/night/parse-commands.ts';
import type { Refusal } from '../../shared/night/refusal.ts';
import { mayCommand } from '../access/permissions.ts';
import type { HttpContext } from './context.ts';
import { failure, failureOf, sendFailure } from './failure.ts';
import { callerIn } from './guard.ts';

/** Gives the command that `read` finds in the request, and answers what came of it. */
export function giveCommand(
  context: HttpContext,
  read: (json: unknown, id: string) => Result<SentCommand, Refusal>,
): RequestHandler {
  return async (request, response) => {
    const sent = read(request.body, String(request.params.id ?? ''));
    if (!sent.ok) return sendFailure(response, failureOf(sent.reason));
    const by = actorIn(response);
    if (!mayCommand(by.role, sent.value.type))
      return sendFailure(response, failure(403, 'not-allowed', `Your role is ${by.role}.`));
    const answer = await context.desk.submit({ ...sent.value, by });
    if (!answer.ok) return sendFailure(response, failureOf(answer.reason));
    const { type, ...told } = answer.value;
    response.json(told);
  };
}

/** The signed-in caller as the desk knows them. */
export function actorIn(response: Response): Actor {
  const { id, role } = callerIn(response);
  return { account: id, role, from: response.req.ip ?? null };
}
