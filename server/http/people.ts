import type { RequestHandler, Response, Router } from 'express';
import type { z } from 'zod';
import { firstFaultOf, WITH_INPUT } from '../../shared/basics/fault.ts';
import type { AccountId } from '../../shared/basics/ids.ts';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import { emptySchema } from '../../shared/night/command-schemas.ts';
import { refusalOf } from '../../shared/night/refusal-of.ts';
import type { AccessRefusal } from '../access/access-refusal.ts';
import type { Account } from '../access/account.ts';
import type { Doer } from '../access/account-event.ts';
import { ACCOUNT_ROLES, type AccountAction, READ_ROLES } from '../access/permissions.ts';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';
import { type Failure, failure, failureOf, sendFailure } from './failure.ts';
import { callerIn, requireRole } from './guard.ts';
import { newPersonSchema, roleSchema } from './people-schemas.ts';
import { COMMAND_LIMIT, jsonBody } from './read-body.ts';

/** What was done to somebody, with a secret that is told this once where there is a new one. */
interface Done {
  readonly account: Account;
  readonly secret: string | null;
}

type Act<Body> = (body: Body, account: Account, doer: Doer) => Promise<Result<Done, Failure>>;

/** `/people`: who may come in, for admins, who change it without the server's own machine. */
export function addPeople(router: Router, context: HttpContext): void {
  const { access } = context;
  const steps = (action: AccountAction, answer: RequestHandler): RequestHandler[] => [
    requireRole(context, ACCOUNT_ROLES[action]),
    ...jsonBody(COMMAND_LIMIT),
    answer,
  ];
  const onOne = <Body>(
    path: string,
    action: AccountAction,
    schema: z.ZodType<Body>,
    act: Act<Body>,
  ) =>
    endpoint(router, `/people/:id/${path}`, {
      post: steps(action, answerOn(context, schema, act)),
    });

  endpoint(router, '/people', {
    get: [requireRole(context, READ_ROLES.people), answerPeople(context)],
    post: steps('add-account', answerAdd(context)),
  });
  onOne(
    'role',
    'change-role',
    roleSchema,
    async ({ role }, account, doer) =>
      notOneself(account, doer) ??
      done(await access.changeRole(account.name, account.kind, role, doer)),
  );
  onOne('renew', 'renew-secret', emptySchema, (_body, account, doer) =>
    newSecret(context, account, doer),
  );
  onOne('sign-out', 'end-sessions', emptySchema, async (_body, account, doer) =>
    done(await access.endSessions(account.name, doer)),
  );
  onOne(
    'remove',
    'remove-account',
    emptySchema,
    async (_body, account, doer) =>
      notOneself(account, doer) ?? done(await access.remove(account.name, account.kind, doer)),
  );
}

function answerPeople({ access }: HttpContext): RequestHandler {
  return async (_request, response) => {
    const accounts = [...(await access.list('person')), ...(await access.list('machine'))];
    const people = accounts.map(async (account) => ({
      ...shown(account),
      password: await access.hasPassword(account.id),
    }));
    response.json({ people: await Promise.all(people) });
  };
}

function answerAdd(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const body = read(newPersonSchema, request.body);
    if (!body.ok) return sendFailure(response, body.reason);
    const { name, role, kind } = body.value;
    const doer = doerIn(response);
    const added = await context.access.addAccount(name, role, kind, doer);
    sendResult(response, added.ok ? await newSecret(context, added.value, doer) : done(added));
  };
}

function answerOn<Body>(
  { access }: HttpContext,
  schema: z.ZodType<Body>,
  act: Act<Body>,
): RequestHandler {
  return async (request, response) => {
    const body = read(schema, request.body);
    if (!body.ok) return sendFailure(response, body.reason);
    const account = await access.account(String(request.params.id) as AccountId);
    if (account === null)
      return sendFailure(response, failure(404, 'unknown-account', 'There is nobody of this id.'));
    sendResult(response, await act(body.value, account, doerIn(response)));
  };
}

/** A link for a person, a token for a machine; the one before it no longer holds. */
async function newSecret({ access }: HttpContext, { name, kind }: Account, doer: Doer) {
  const given = await (kind === 'person' ? access.newLink : access.newToken)(name, doer);
  return given.ok ? ok(given.value) : done(given);
}

function done(result: Result<Account, AccessRefusal>): Result<Done, Failure> {
  return result.ok ? ok({ account: result.value, secret: null }) : err(failed(result.reason));
}

const STATUS: Readonly<Record<AccessRefusal['code'], number>> = {
  'name-taken': 409,
  'unknown-account': 404,
  invalid: 422,
};

function failed({ code, message }: AccessRefusal): Failure {
  return failure(STATUS[code], code, message, code === 'unknown-account' ? '' : 'name');
}

/** So that there is always an admin left. */
function notOneself(account: Account, doer: Doer): Result<never, Failure> | null {
  if (account.id !== doer.by) return null;
  return err(failure(409, 'same-person', 'Nobody does this to themselves: ask another admin.'));
}

function sendResult(response: Response, result: Result<Done, Failure>): void {
  if (result.ok) sendDone(response, result.value);
  else sendFailure(response, result.reason);
}

function sendDone(response: Response, { account, secret }: Done): void {
  const isPerson = account.kind === 'person';
  response.json({
    person: shown(account),
    signIn: isPerson && secret !== null ? `/sign-in?code=${secret}` : null,
    token: isPerson ? null : secret,
  });
}

function shown({ id, name, kind, role, createdAt }: Account) {
  return { id, name, kind, role, createdAt };
}

function doerIn(response: Response): Doer {
  return { by: callerIn(response).id, from: response.req.ip ?? null };
}

function read<Body>(schema: z.ZodType<Body>, json: unknown): Result<Body, Failure> {
  const body = schema.safeParse(json, WITH_INPUT);
  return body.success ? ok(body.data) : err(failureOf(refusalOf(firstFaultOf(body.error))));
}
