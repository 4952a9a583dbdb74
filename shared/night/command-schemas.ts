import { z } from 'zod';
import type { ChoiceId, ContestId } from '../basics/ids.ts';
import {
  countSchema,
  flagSchema,
  instantSchema,
  listSchema,
  numberSchema,
  tableSchema,
  textSchema,
  wordTableSchema,
} from '../basics/schemas.ts';
import { certificationSchema, lateSchema, nextSchema } from '../election/definition-schema.ts';
import { METHODS } from '../election/method.ts';

/** The bodies of the contract's operating requests. */

const own = (what: string) => textSchema(`an id of the ${what}, chosen by the sender`, 200);
const reason = textSchema('a reason', 1000);
/** Whether there is such a contest or choice is for `decide` to say. */
const contest = textSchema('the id of a contest', 200).transform((text) => text as ContestId);
const choice = textSchema('the id of a choice', 200).transform((text) => text as ChoiceId);

export const callSchema = z.strictObject(
  {
    callId: own('call'),
    contest,
    type: z.enum(['winner', 'runoff', 'advance', 'too-early', 'too-close', 'retract'], {
      error: '"winner", "runoff", "advance", "too-early", "too-close" or "retract"',
    }),
    choices: listSchema('choice ids', choice).nullish(),
    retracts: textSchema('the id of a call', 200).nullish(),
    source: textSchema('a source', 200).nullish(),
    reason: reason.nullish(),
  },
  { error: 'a call: { "callId", "contest", "type", "choices", … }' },
);

export const confirmationSchema = z.strictObject(
  { seq: countSchema() },
  { error: 'a confirmation: { "seq": the seq that was seen }' },
);

export const reasonSchema = z.strictObject({ reason }, { error: '{ "reason": "…" }' });

/** Requests whose address says everything. */
export const emptySchema = z.object({}, { error: 'an object, or nothing' }).nullish();

export const closingSchema = z
  .object({ pollsClose: instantSchema.nullish() }, { error: 'an object, or nothing' })
  .nullish();

const noticeText = textSchema('a text for readers', 500);

export const noticeSchema = z.strictObject(
  {
    noticeId: own('notice'),
    contest,
    text: z.union(
      [
        noticeText.transform((en) => ({ en, es: null })),
        z.strictObject({ en: noticeText, es: noticeText.nullish() }),
      ],
      { error: 'a text for readers, or one a language: { "en": "…", "es": "…" }' },
    ),
    since: instantSchema.nullish(),
  },
  { error: 'a notice: { "noticeId", "contest", "text" }' },
);

export const lockSchema = z.strictObject(
  { lockId: own('lock'), locked: flagSchema().nullish(), reason },
  { error: 'a lock: { "lockId", "locked", "reason" }' },
);

/** How many times faster than life; 0 stops the night's clock. */
const MAX_RATE = 1_000_000;

export const clockSchema = z.strictObject(
  { nightAt: instantSchema, rate: numberSchema(0, MAX_RATE) },
  { error: 'a clock: { "nightAt", "rate" }' },
);

const ballotsByMethod = wordTableSchema(
  'numbers of ballots by voting method',
  METHODS,
  countSchema(),
  'unknown-method',
);

const changesSchema = z.strictObject(
  {
    late: listSchema('late ballots', lateSchema).exactOptional(),
    lateNone: textSchema('why there are no late ballots', 1000).exactOptional(),
    units: tableSchema(
      'changes by unit',
      z.strictObject(
        {
          turnout: ballotsByMethod.exactOptional(),
          registered: countSchema().nullable().exactOptional(),
          expected: countSchema().nullable().exactOptional(),
          pollsClose: instantSchema.exactOptional(),
        },
        { error: 'changes of a unit' },
      ),
    ).exactOptional(),
    choices: tableSchema(
      'changes by choice',
      z.strictObject(
        {
          withdrawn: flagSchema().exactOptional(),
          eligible: flagSchema().exactOptional(),
          counts: flagSchema().exactOptional(),
        },
        { error: 'changes of a choice' },
      ),
    ).exactOptional(),
    pollsClose: instantSchema.exactOptional(),
    certified: certificationSchema.nullable().exactOptional(),
    next: nextSchema.nullable().exactOptional(),
  },
  { error: 'what changes' },
);

export const amendSchema = z.strictObject(
  { amendId: own('amendment'), changes: changesSchema, reason },
  { error: 'an amendment: { "amendId", "changes", "reason" }' },
);

export type WrittenChanges = z.output<typeof changesSchema>;
