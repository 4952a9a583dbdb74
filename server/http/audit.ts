import type { Request, RequestHandler, Router } from 'express';
import type { AccountId } from '../../shared/basics/ids.ts';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import { READ_ROLES } from '../access/permissions.ts';
import type { AuditRecord } from './audit-record.ts';
import { type AuditPlace, type AuditStep, auditAfter, auditBefore } from './audit-trail.ts';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';
import { type Failure, failure, sendFailure } from './failure.ts';
import { requireRole } from './guard.ts';
import { queryNumber, queryText } from './query.ts';

const USUAL = 100;
const MOST = 500;
/** Records that one request looks through: where few are wanted of many, `more` asks for another. */
const MOST_LOOKED_AT = 10_000;

/** `GET /audit`: who did what, from the journal's secret parts and from what happened to accounts. */
export function addAudit(router: Router, context: HttpContext): void {
  endpoint(router, '/audit', {
    get: [requireRole(context, READ_ROLES.audit), answerAudit(context)],
  });
}

function answerAudit(context: HttpContext): RequestHandler {
  return async (request, response) => {
    const asked = askedIn(request, context.reads.board.seq);
    if (!asked.ok) return sendFailure(response, asked.reason);
    const { newest, place, limit } = asked.value;
    const steps = newest
      ? auditBefore(context, place)
      : auditAfter(context, place, context.reads.board.seq);
    const people = openPeopleOf(context);
    const page = await pageOf(steps, place, limit, async (record) => {
      const [by, about] = [await people(record.by), await people(record.about)];
      return isWanted(request, record, [by, about]) ? { ...record, by, about } : null;
    });
    response.json(page);
  };
}

interface Asked {
  readonly newest: boolean;
  readonly place: AuditPlace;
  readonly limit: number;
}

/** @param end the last entry that readers have been shown */
function askedIn(request: Request, end: number): Result<Asked, Failure> {
  const order = queryText(request, 'order') ?? 'oldest';
  if (order !== 'oldest' && order !== 'newest')
    return err(failure(400, 'invalid', '“order” is oldest or newest.', 'order'));
  const newest = order === 'newest';
  const limit = queryNumber(request, 'limit', USUAL);
  if (!limit.ok) return limit;
  const start = newest ? { seq: end + 1, event: Number.MAX_SAFE_INTEGER } : { seq: 0, event: 0 };
  const after = queryText(request, 'after');
  const place = after === null ? start : placeIn(after);
  if (place === null)
    return err(failure(400, 'invalid', '“after” is the “next” of the page before.', 'after'));
  const seq = newest ? Math.min(place.seq, end + 1) : place.seq;
  return ok({ newest, place: { ...place, seq }, limit: Math.min(limit.value, MOST) });
}

function placeIn(text: string): AuditPlace | null {
  const [, seq, event] = /^(\d{1,15})\.(\d{1,16})$/.exec(text) ?? [];
  return seq === undefined || event === undefined
    ? null
    : { seq: Number(seq), event: Math.min(Number(event), Number.MAX_SAFE_INTEGER) };
}

interface Person {
  readonly id: AccountId;
  readonly name: string;
}

/** People by their ids, each looked up once. */
function openPeopleOf({ access }: HttpContext): (id: AccountId | null) => Promise<Person | null> {
  const known = new Map<AccountId, Person>();
  return async (id) => {
    if (id === null) return null;
    const found = known.get(id) ?? { id, name: await access.nameOf(id) };
    known.set(id, found);
    return found;
  };
}

function isWanted(
  request: Request,
  { contest }: AuditRecord,
  people: readonly (Person | null)[],
): boolean {
  const wanted = queryText(request, 'contest');
  const person = queryText(request, 'person');
  const isTheirs =
    person === null || people.some((one) => one?.id === person || one?.name === person);
  return isTheirs && (wanted === null || wanted === contest);
}

async function pageOf<Shown>(
  steps: AsyncGenerator<AuditStep>,
  start: AuditPlace,
  limit: number,
  show: (record: AuditRecord) => Promise<Shown | null>,
) {
  const records: Shown[] = [];
  let place = start;
  let lookedAt = 0;
  let more = false;
  for await (const step of steps) {
    more = records.length >= limit || lookedAt >= MOST_LOOKED_AT;
    if (more) break;
    const shown = await show(step.record);
    if (shown !== null) records.push(shown);
    place = step.place;
    lookedAt += 1;
  }
  return { records, next: `${place.seq}.${place.event}`, more };
}
