import { z } from 'zod';
import { type Fault, firstFaultOf, WITH_INPUT } from '../basics/fault.ts';
import type { ChoiceId, ContestId, UnitId } from '../basics/ids.ts';
import { err, ok, type Result } from '../basics/result.ts';
import {
  countSchema,
  flagSchema,
  instantSchema,
  tableSchema,
  textSchema,
} from '../basics/schemas.ts';
import { METHODS } from '../election/method.ts';
import type { Report } from './report.ts';

/** A report as the contract has it. Ids need only be text: that there is no such unit is said as that. */
export const reportSchema = z.strictObject(
  {
    reportId: textSchema('an id of the report', 200),
    contest: textSchema('the id of a contest', 200),
    unit: textSchema('the id of a unit', 200),
    method: z.enum(METHODS, { error: `a voting method (${METHODS.join(', ')})` }),
    votes: tableSchema('votes by choice', countSchema(), 'unknown-choice'),
    ballotsCast: countSchema().nullish(),
    overvotes: countSchema().nullish(),
    undervotes: countSchema().nullish(),
    status: z.enum(['none', 'partial', 'complete'], { error: '"none", "partial" or "complete"' }),
    basedOn: countSchema().nullish(),
    source: textSchema('a source', 200).nullish(),
    sourceAt: instantSchema.nullish(),
    supersedes: flagSchema().nullish(),
    reason: textSchema('a reason', 1000).nullish(),
  },
  { error: 'a report' },
);

/** A report out of JSON, or the first thing wrong with its shape, with one of the contract's codes. */
export function parseReport(value: unknown): Result<Report, Fault> {
  const written = reportSchema.safeParse(value, WITH_INPUT);
  if (written.success) return ok(reportOf(written.data));
  const first = firstFaultOf(written.error);
  return err({ ...first, code: codeOf(first) });
}

/** Of the schema's codes only those that the contract names go out. */
function codeOf({ code, path }: Fault): string {
  if (path[0] === 'method' && code === 'invalid') return 'unknown-method';
  return CONTRACT.has(code) ? code : 'invalid';
}

const CONTRACT: ReadonlySet<string> = new Set(['negative', 'not-an-integer', 'unknown-choice']);

function reportOf(written: z.output<typeof reportSchema>): Report {
  return {
    reportId: written.reportId,
    // Whether these are there is for `decide` to say.
    contest: written.contest as ContestId,
    unit: written.unit as UnitId,
    method: written.method,
    votes: new Map(Object.entries(written.votes).map(([id, votes]) => [id as ChoiceId, votes])),
    ballotsCast: written.ballotsCast ?? null,
    overvotes: written.overvotes ?? null,
    undervotes: written.undervotes ?? null,
    status: written.status,
    basedOn: written.basedOn ?? null,
    source: written.source ?? null,
    sourceAt: written.sourceAt ?? null,
    supersedes: written.supersedes ?? false,
    reason: written.reason ?? null,
  };
}
