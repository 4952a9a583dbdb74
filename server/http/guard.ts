import type { Request, RequestHandler, Response } from 'express';
import { present } from '../../shared/basics/assert.ts';
import type { Role } from '../../shared/night/actor.ts';
import type { CommandType } from '../../shared/night/command.ts';
import type { Account } from '../access/account.ts';
import { COMMAND_ROLES, includesRole } from '../access/permissions.ts';
import { callerOf } from './caller.ts';
import { type HttpContext, isSecure } from './context.ts';
import { type Failure, failure, sendFailure } from './failure.ts';
import { isSameOrigin } from './same-origin.ts';

const callers = new WeakMap<Request, Account>();

/** Lets through who is signed in with at least this role; a browser's writes from our own pages only. */
export function requireRole(context: HttpContext, least: Role | 'server'): RequestHandler {
  return async (request, response, next) => {
    const known = await knownCaller(context, request);
    if (!('id' in known)) return sendFailure(response, known);
    if (!includesRole(known.role, least)) return sendFailure(response, notAllowed(known, least));
    callers.set(request, known);
    response.set('Cache-Control', 'no-store');
    next();
  };
}

/** Lets through machines with at least this role: what a browser carries by itself is not enough. */
export function requireToken(context: HttpContext, least: Role): RequestHandler {
  const guard = requireRole(context, least);
  return (request, response, next) => {
    if (request.headers.authorization !== undefined) guard(request, response, next);
    else
      sendFailure(
        response,
        failure(401, 'not-signed-in', 'Send a token: Authorization: Bearer ….'),
      );
  };
}

export function mayGive(context: HttpContext, type: CommandType): RequestHandler {
  return requireRole(context, COMMAND_ROLES[type]);
}

/** Whom `requireRole` let through. */
export function callerIn(response: Response): Account {
  return present(callers.get(response.req), 'caller: the route has no requireRole');
}

async function knownCaller(context: HttpContext, request: Request): Promise<Account | Failure> {
  const caller = await callerOf(context.access, request.headers, isSecure(context));
  if (caller === null)
    return failure(401, 'not-signed-in', 'Sign in by a link, or send a token that holds.');
  const reads = request.method === 'GET' || request.method === 'HEAD';
  if (caller.by === 'session' && !reads && !isSameOrigin(request.headers, context.publicUrl))
    return failure(403, 'other-origin', 'A page from elsewhere may not write here.');
  return caller.account;
}

function notAllowed({ role }: Account, least: Role | 'server'): Failure {
  return failure(403, 'not-allowed', `This needs the role ${least}; yours is ${role}.`);
}
