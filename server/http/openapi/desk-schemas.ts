import { z } from 'zod';
import type { AccountId, ContestId, HoldId, UnitId } from '../../../shared/basics/ids.ts';
import { ROLES } from '../../../shared/night/actor.ts';
import type { ReportAnswer } from '../../../shared/night/decision.ts';
import type { ElectionChange } from '../../../shared/night/election-changes.ts';
import type { DeskHold } from '../../../shared/wire/desk-messages.ts';
import { byMethod, idOf, instant, method, seq, whole } from './part-schemas.ts';
import { cell, countFields } from './reading-schemas.ts';

/** What is answered to who is signed in, and to who writes. */

export const errorAnswer = z.object({
  error: z.object({
    code: z.string().meta({ description: 'What is wrong, for machines.' }),
    message: z.string().meta({ description: 'What is wrong and what would be right.' }),
    path: z.string().meta({ description: 'Where in what was sent; "" for the whole.' }),
    mistakes: z
      .array(z.object({ code: z.string(), path: z.string(), message: z.string(), line: whole }))
      .meta({ description: 'All that is wrong with a definition.' })
      .exactOptional(),
  }),
});

export const sessionAnswer = z.object({
  account: z.object({ id: z.string(), name: z.string(), role: z.enum(ROLES) }).nullable(),
});

const check = z.object({
  code: z.enum([
    'over-registered',
    'over-ballots',
    'drop',
    'locked',
    'zero-votes',
    'extra-digit',
    'duplicate-of',
    'stale-clock',
    'turnout-outlier',
    'share-outlier',
    'swap',
    'shift',
  ]),
  message: z.string(),
});
const reportId = z.string();

const accepted = { outcome: z.literal('accepted'), seq, version: whole };
const held = { outcome: z.literal('held'), holdId: idOf<HoldId>(), checks: z.array(check) };
const first = z.discriminatedUnion('outcome', [z.object(accepted), z.object(held)]);

const told = z.discriminatedUnion('outcome', [
  z.object({ reportId, ...accepted }),
  z.object({ reportId, ...held }),
  z.object({ reportId, outcome: z.literal('duplicate'), first }),
]) satisfies z.ZodType<ReportAnswer>;

const refused = z.object({
  reportId,
  outcome: z.literal('refused'),
  error: z.object({ code: z.string(), message: z.string(), path: z.string() }),
});

export const outcomesAnswer = z.object({
  outcomes: z
    .array(z.union([told, refused]))
    .meta({ description: 'One a report, in the order of the request.' }),
});

export const doneAnswer = z.object({
  id: z.string(),
  state: z.string().meta({ description: 'What it came to, such as "proposed".' }),
  repeated: z.boolean().meta({ description: 'It had been done before; this changed nothing.' }),
});

export const loadedAnswer = z.object({
  ...doneAnswer.shape,
  changes: z
    .array(
      z.object({
        change: z.enum(['added', 'renamed', 'amended', 'dropped', 'kept']),
        what: z.enum(['election', 'party', 'contest', 'choice', 'unit']),
        contest: idOf<ContestId>().nullable(),
        id: z.string(),
        name: z.string(),
        was: z.string().nullable().meta({ description: 'The name before.' }),
        fields: z.array(z.string()).meta({ description: 'What was amended says otherwise here.' }),
      }) satisfies z.ZodType<ElectionChange>,
    )
    .meta({ description: 'What is other than before, where the election was there.' })
    .exactOptional(),
});

const person = z.object({ id: idOf<AccountId>(), name: z.string() });

const heldReport = z.object({
  reportId,
  unit: idOf<UnitId>(),
  method,
  count: z.object(countFields),
  version: z.int().min(1),
  source: z.string().nullable(),
  sourceAt: instant.nullable(),
  correction: z.boolean(),
  reason: z.string().nullable(),
});

const hold = z.object({
  holdId: idOf<HoldId>(),
  contest: idOf<ContestId>(),
  unit: idOf<UnitId>(),
  seq,
  at: instant,
  nightAt: instant,
  by: z.object({ ...person.shape, name: z.string().nullable() }),
  checks: z.array(check),
  reports: z.array(heldReport),
  removed: z.array(method),
  replaces: z.array(idOf<HoldId>()),
  before: byMethod(cell),
}) satisfies z.ZodType<DeskHold>;

const account = z.object({
  ...person.shape,
  kind: z.enum(['person', 'machine']),
  role: z.enum(ROLES),
  createdAt: instant,
});

export const peopleAnswer = z.object({
  people: z.array(
    z.object({ ...account.shape, password: z.boolean().meta({ description: 'Has one.' }) }),
  ),
});

export const personAnswer = z.object({
  person: account,
  signIn: z
    .string()
    .nullable()
    .meta({ description: 'Where a person signs in, once; told this once.' }),
  token: z.string().nullable().meta({ description: 'A machine’s; told this once.' }),
});

export const holdsAnswer = z.object({ seq, holds: z.array(hold) });

export const auditAnswer = z.object({
  records: z.array(
    z.object({
      at: instant,
      nightAt: instant.nullable(),
      what: z.string(),
      by: person.nullable(),
      from: z.string().nullable(),
      election: z.string().nullable(),
      contest: z.string().nullable(),
      seq: seq.nullable(),
      about: person.nullable(),
      note: z.string().nullable(),
      body: z.looseObject({}).nullable().meta({ description: 'The entry’s own body.' }),
    }),
  ),
  next: z.string().meta({ description: 'The “after” of the next page.' }),
  more: z.boolean(),
});

export const healthAnswer = z.object({ ok: z.literal(true) });

export const readyAnswer = z.object({ ready: z.boolean(), seq });
