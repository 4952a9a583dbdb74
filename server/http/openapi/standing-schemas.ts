import { z } from 'zod';
import type { ChoiceId, ContestId } from '../../../shared/basics/ids.ts';
import type { Notice, PublicAmendment, PublicCorrection } from '../../../shared/count/tally.ts';
import type {
  ChoiceStanding,
  JudgedCall,
  Outcome,
  Outstanding,
  SpokenStanding,
  Told,
} from '../../../shared/results/standing.ts';
import { certification } from './definition-schemas.ts';
import { idOf, instant, localTime, method, seq, share, whole } from './part-schemas.ts';

/** What the votes mean, as it is answered. */

const choices = z.array(idOf<ChoiceId>());

export const told = z.object({
  key: z.string().meta({ description: 'A sentence of the catalogue.' }),
  args: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
}) satisfies z.ZodType<Told>;

const range = { min: share, max: share };

const needs = z.object({
  votes: z.int().meta({ description: 'Of those that can still come, to clear the line.' }),
  of: whole,
  share: share.nullable(),
  state: z.enum(['possible', 'enough', 'cannot']),
});

const status = z.enum(['open', 'win-certain', 'placed', 'through', 'out', 'tied']);

export const leaderFields = {
  id: idOf<ChoiceId>(),
  name: z.string(),
  party: z.string().nullable(),
  votes: whole,
  share: share.nullable().meta({ description: 'For drawing only: no decision rests on it.' }),
  shareText: z.string().meta({ description: 'Never rounded across the line.' }),
  rank: z.int().min(1),
  status,
};

const choiceStanding = z.object({
  ...leaderFields,
  overLine: z.boolean(),
  bounds: z
    .object(range)
    .nullable()
    .meta({ description: 'What can still be, by the hard bound; null where none is known.' }),
  needs: needs.nullable(),
  ifExpected: z
    .object({ ...range, needs: needs.nullable() })
    .nullable()
    .meta({ description: 'If exactly the expected votes come. Never certain.' }),
}) satisfies z.ZodType<ChoiceStanding>;

export const line = z
  .object({
    num: whole,
    den: whole,
    strict: z.boolean(),
    votesToClear: whole,
    leaderShortBy: z.int(),
  })
  .nullable();

export const reporting = z.object({ units: whole, complete: whole, partial: whole, none: whole });

const outstanding = z.object({
  bound: whole.nullable(),
  boundBy: z.enum(['registration', 'turnout', 'late', 'mixed', 'complete', 'roll']).nullable(),
  boundMissing: z.array(
    z.enum([
      'registration-unknown',
      'registration-not-a-bound',
      'more-counted-than-bound',
      'late-unbounded',
    ]),
  ),
  expected: whole.nullable(),
  expectedBy: z.string().nullable(),
  expectedTotal: whole.nullable(),
}) satisfies z.ZodType<Outstanding>;

export const outcome = z.object({
  state: z.enum([
    'open',
    'win-certain',
    'runoff-certain',
    'advance-certain',
    'pass-certain',
    'fail-certain',
    'tied',
    'uncontested',
  ]),
  winners: choices,
  advancing: choices,
  tied: choices,
  because: told,
}) satisfies z.ZodType<Outcome>;

const step = z.object({ nightAt: instant, reason: z.string() });

export const callFields = {
  callId: z.string(),
  type: z.enum(['winner', 'runoff', 'advance', 'too-early', 'too-close']),
  choices,
  source: z.string().nullable(),
  reason: z.string().nullable(),
  nightAt: instant,
  seq,
  state: z.enum(['public', 'under-review', 'retracted']),
  retraction: step.nullable(),
  suspended: step.exactOptional(),
  reinstated: step.exactOptional(),
};

export const call = z.object({
  ...callFields,
  contradicted: z.boolean().meta({ description: 'What is proved speaks against it.' }),
}) satisfies z.ZodType<JudgedCall>;

export const notice = z.object({
  noticeId: z.string(),
  text: z.object({ en: z.string(), es: z.string().exactOptional() }),
  since: instant,
  until: instant.nullable(),
  seq,
}) satisfies z.ZodType<Notice>;

export const correction = z.object({
  seq,
  nightAt: instant,
  unit: z.string().nullable(),
  unitName: z.string().nullable().exactOptional(),
  method: method.nullable(),
  changes: z.array(z.object({ choice: idOf<ChoiceId>(), from: whole, to: whole })),
  reason: z.string(),
  withdrawn: z
    .object({ was: z.string(), choices })
    .meta({ description: 'What had been certain, and of whom.' })
    .exactOptional(),
}) satisfies z.ZodType<PublicCorrection>;

export const amendment = z.object({
  seq,
  nightAt: instant,
  parts: z.array(z.enum(['late', 'units', 'choices', 'pollsClose', 'certified', 'next'])),
  reason: z.string().nullable(),
}) satisfies z.ZodType<PublicAmendment>;

export const standingAnswer = z.object({
  contest: idOf<ContestId>(),
  definitionVersion: z.int().min(1),
  seq,
  at: instant,
  nightAt: localTime,
  asOf: localTime.nullable(),
  open: z.boolean().meta({ description: 'Whether the polls have closed.' }),
  counted: whole.meta({ description: 'Valid votes for the office.' }),
  choices: z.array(choiceStanding),
  line,
  reporting,
  outstanding,
  outcome,
  blocs: z.array(
    z.object({ id: z.string(), name: z.string(), votes: whole, share: share.nullable() }),
  ),
  sentence: z.object({ ...told.shape, text: z.string() }),
  calls: z.array(call),
  notices: z.array(notice),
  corrections: z.array(correction),
  amendments: z.array(amendment),
  holds: whole,
  locked: z.boolean(),
  recount: z.boolean(),
  certified: certification.nullable(),
  stage: z.enum(['test', 'live']),
  labels: z.array(z.string()),
}) satisfies z.ZodType<SpokenStanding>;
