import { z } from 'zod';
import type { ContestId, ElectionId, UnitId } from '../../../shared/basics/ids.ts';
import type { Cell } from '../../../shared/count/cell.ts';
import type { HistoryPoint } from '../../../shared/wire/history-point.ts';
import type { Head } from '../../journal/journal.ts';
import type { listedContest } from '../contest-list.ts';
import type { unitList } from '../unit-list.ts';
import { certification, electionFields } from './definition-schemas.ts';
import {
  byMethod,
  idOf,
  instant,
  localTime,
  method,
  seq,
  votesByChoice,
  whole,
} from './part-schemas.ts';
import { call, leaderFields, line, outcome, reporting, told } from './standing-schemas.ts';

/** The other answers that everyone may read. */

export const electionsAnswer = z.object({
  elections: z.array(z.object({ ...electionFields, contests: z.array(idOf<ContestId>()) })),
});

const listed = z.object({
  id: idOf<ContestId>(),
  name: z.string(),
  election: idOf<ElectionId>(),
  seq,
  definitionVersion: z.int().min(1),
  nightAt: localTime,
  asOf: localTime.nullable(),
  open: z.boolean(),
  counted: whole,
  leaders: z.array(z.object(leaderFields)).meta({ description: 'The first three with votes.' }),
  line,
  reporting,
  outcome,
  calls: z.array(call),
  holds: whole,
  certified: certification.nullable(),
  stage: z.enum(['test', 'live']),
  locked: z.boolean(),
  labels: z.array(z.string()),
}) satisfies z.ZodType<ReturnType<typeof listedContest>>;

export const contestsAnswer = z.object({ contests: z.array(listed) });

export const countFields = {
  votes: votesByChoice,
  ballotsCast: whole.nullable(),
  overvotes: whole.nullable(),
  undervotes: whole.nullable(),
  status: z.enum(['none', 'partial', 'complete']),
};

export const cell = z.object({
  ...countFields,
  version: z.int().min(1),
  seq,
  at: instant,
  nightAt: instant,
  source: z.string().nullable(),
  sourceAt: instant.nullable(),
}) satisfies z.ZodType<Cell>;

export const unitsAnswer = z.object({
  seq,
  units: z.array(
    z.object({
      unit: idOf<UnitId>(),
      name: z.string(),
      parent: z.string().nullable(),
      kind: z.enum(['precinct', 'central']),
      countedBy: z.array(method),
      registered: whole.nullable(),
      expected: whole.nullable(),
      lon: z.number().nullable(),
      lat: z.number().nullable(),
      methods: byMethod(cell),
    }),
  ),
}) satisfies z.ZodType<ReturnType<typeof unitList>>;

const point = z.object({
  seq,
  at: instant,
  nightAt: localTime,
  counted: whole,
  votes: votesByChoice,
  change: told.nullable().meta({ description: 'What the entry changed.' }),
}) satisfies z.ZodType<HistoryPoint>;

export const historyAnswer = z.object({
  contest: idOf<ContestId>(),
  seq,
  points: z.array(point).max(1_000),
});

const hash = z.string().regex(/^[0-9a-f]{64}$/);

const head = z.object({ seq, hash }) satisfies z.ZodType<Head>;

export const journalAnswer = z.object({
  head,
  entries: z
    .array(
      z.object({
        seq: z.int().min(1),
        at: instant,
        nightAt: instant,
        kind: z.string(),
        election: z.string(),
        contest: z.string().nullable(),
        body: z
          .string()
          .nullable()
          .meta({ description: 'The very text that was hashed; null while it is not public.' }),
        bodySalt: z.string().nullable(),
        bodyHash: hash,
        secretHash: hash,
        prev: hash,
        hash,
      }),
    )
    .max(1_000),
});
