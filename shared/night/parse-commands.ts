import type { z } from 'zod';
import { firstFaultOf, WITH_INPUT } from '../basics/fault.ts';
import type { ChoiceId, ContestId, ElectionId, HoldId } from '../basics/ids.ts';
import { oversize } from '../basics/oversize.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { amendmentOf } from './amendment-of.ts';
import type { Command, CommandType } from './command.ts';
import {
  amendSchema,
  callSchema,
  clockSchema,
  closingSchema,
  confirmationSchema,
  emptySchema,
  lockSchema,
  noticeSchema,
  reasonSchema,
} from './command-schemas.ts';
import type { Refusal } from './refusal.ts';
import { refusalOf } from './refusal-of.ts';

/** A command as it is sent; who gives it is known from the session. */
export type SentCommand<Type extends CommandType = CommandType> = Type extends CommandType
  ? Omit<Extract<Command, { readonly type: Type }>, 'by'>
  : never;

/** An amendment of every precinct of a large state. */
const COMMAND_SIZE = { members: 20_000, values: 200_000 };

type Parsed<Type extends CommandType> = Result<SentCommand<Type>, Refusal>;

/** `POST /calls`: a proposal, or a retraction, which acts at once. */
export function parseCall(json: unknown): Parsed<'propose-call' | 'suspend-call'> {
  const body = read(callSchema, json);
  if (!body.ok) return body;
  const { callId, contest, type, retracts, source, reason } = body.value;
  const choices: readonly ChoiceId[] = body.value.choices ?? [];
  if (type === 'retract') {
    if (!retracts) return missing('retracts', 'Say which call is retracted.');
    if (!reason) return missing('reason', 'A retraction needs a reason.', 'reason-needed');
    return ok({ type: 'suspend-call', callId, contest, retracts, reason });
  }
  if (retracts) return missing('retracts', 'Only a call of type "retract" has "retracts".');
  if ((type === 'winner' || type === 'advance') && choices.length === 0)
    return missing('choices', `Say who: "${type}" names at least one choice.`);
  return ok({
    type: 'propose-call',
    callId,
    contest,
    call: type,
    choices,
    source: source ?? null,
    reason: reason ?? null,
  });
}

/** `POST /calls/:callId/confirm` of a proposal. */
export function parseConfirmCall(callId: string, json: unknown): Parsed<'confirm-call'> {
  const body = read(confirmationSchema, json);
  return body.ok ? ok({ type: 'confirm-call', callId, seq: body.value.seq }) : body;
}

/** `POST /calls/:callId/confirm` of a retraction. */
export function parseConfirmRetraction(
  callId: string,
  json: unknown,
): Parsed<'confirm-retraction'> {
  const body = read(emptySchema, json);
  return body.ok ? ok({ type: 'confirm-retraction', callId }) : body;
}

/** `POST /calls/:callId/reinstate`. */
export function parseReinstate(callId: string, json: unknown): Parsed<'reinstate-call'> {
  const body = read(reasonSchema, json);
  return body.ok ? ok({ type: 'reinstate-call', callId, reason: body.value.reason }) : body;
}

/** `POST /notices`. `text` may be a plain text, which is then English. */
export function parseNotice(json: unknown): Parsed<'post-notice'> {
  const body = read(noticeSchema, json);
  if (!body.ok) return body;
  const { noticeId, contest, text, since } = body.value;
  const { en, es } = text;
  const texts = es ? { en, es } : { en };
  return ok({ type: 'post-notice', noticeId, contest, text: texts, since: since ?? null });
}

/** `POST /notices/:noticeId/end`. */
export function parseEndNotice(noticeId: string, json: unknown): Parsed<'end-notice'> {
  const body = read(emptySchema, json);
  return body.ok ? ok({ type: 'end-notice', noticeId }) : body;
}

/** `POST /contests/:id/lock`; `"locked": false` unlocks. */
export function parseLock(contest: ContestId, json: unknown): Parsed<'lock' | 'unlock'> {
  const body = read(lockSchema, json);
  if (!body.ok) return body;
  const { lockId, locked, reason } = body.value;
  return ok({ type: locked === false ? 'unlock' : 'lock', lockId, contest, reason });
}

/** `POST /contests/:id/amend`. */
export function parseAmend(contest: ContestId, json: unknown): Parsed<'amend'> {
  const body = read(amendSchema, json);
  if (!body.ok) return body;
  const { amendId, changes, reason } = body.value;
  return ok({ type: 'amend', amendId, contest, changes: amendmentOf(changes), reason });
}

/** `POST /amendments/:amendId/confirm`. */
export function parseConfirmAmendment(amendId: string, json: unknown): Parsed<'confirm-amendment'> {
  const body = read(emptySchema, json);
  return body.ok ? ok({ type: 'confirm-amendment', amendId }) : body;
}

/** `POST /elections/:id/clock`. */
export function parseClock(election: ElectionId, json: unknown): Parsed<'set-clock'> {
  const body = read(clockSchema, json);
  if (!body.ok) return body;
  return ok({ type: 'set-clock', election, nightAt: body.value.nightAt, rate: body.value.rate });
}

/** `POST /holds/:holdId/release`. */
export function parseRelease(holdId: HoldId, json: unknown): Parsed<'release-hold'> {
  const body = read(emptySchema, json);
  return body.ok ? ok({ type: 'release-hold', holdId }) : body;
}

/** `POST /holds/:holdId/reject`. */
export function parseReject(holdId: HoldId, json: unknown): Parsed<'reject-hold'> {
  const body = read(reasonSchema, json);
  return body.ok ? ok({ type: 'reject-hold', holdId, reason: body.value.reason }) : body;
}

/** `POST /contests/:id/confirm-closing`, after a doubted one. */
export function parseConfirmClosing(contest: ContestId, json: unknown): Parsed<'confirm-closing'> {
  const body = read(closingSchema, json);
  if (!body.ok) return body;
  return ok({ type: 'confirm-closing', contest, pollsClose: body.value?.pollsClose ?? null });
}

function read<Schema extends z.ZodType>(
  schema: Schema,
  json: unknown,
): Result<z.output<Schema>, Refusal> {
  const tooLarge = oversize(json, COMMAND_SIZE);
  if (tooLarge !== null) return err(refusalOf(tooLarge));
  const body = schema.safeParse(json, WITH_INPUT);
  if (body.success) return ok(body.data);
  return err(refusalOf(firstFaultOf(body.error)));
}

function missing(
  path: string,
  message: string,
  code: Refusal['code'] = 'invalid',
): Result<never, Refusal> {
  return err({ code, path, message });
}
