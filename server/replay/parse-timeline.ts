import { z } from 'zod';
import { assertNever, present } from '../../shared/basics/assert.ts';
import { faultsOf, pathText, WITH_INPUT } from '../../shared/basics/fault.ts';
import type { ContestId, ElectionId } from '../../shared/basics/ids.ts';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import {
  countSchema,
  idSchema,
  instantSchema,
  numberSchema,
  tableSchema,
  textSchema,
} from '../../shared/basics/schemas.ts';
import { amendSchema, callSchema, noticeSchema } from '../../shared/night/command-schemas.ts';
import type { ReportBody, Step, Timeline } from './timeline.ts';

const headSchema = z.strictObject({
  election: idSchema<ElectionId>(),
  name: textSchema('a name'),
  start: instantSchema,
  speed: numberSchema(0.001, 1_000_000),
});

const at = instantSchema;
const contest = idSchema<ContestId>();

const stepSchema = z.discriminatedUnion(
  'type',
  [
    z.strictObject({
      at,
      type: z.literal('reports'),
      contest,
      status: z.enum(['none', 'partial', 'complete']),
      source: textSchema('a source', 200).nullish(),
      /** By method, unit and choice. */
      votes: tableSchema(
        'votes by method',
        tableSchema('votes by unit', tableSchema('votes by choice', countSchema())),
      ),
    }),
    z.strictObject({ at, type: z.literal('notice'), notice: noticeSchema }),
    z.strictObject({ at, type: z.literal('end-notice'), noticeId: textSchema('an id', 200) }),
    z.strictObject({
      at,
      type: z.literal('release'),
      contest,
      unit: textSchema('the id of a unit', 200),
      method: textSchema('a voting method', 200),
    }),
    z.strictObject({ at, type: z.literal('call'), call: callSchema }),
    z.strictObject({ at, type: z.literal('amend'), contest, amendment: amendSchema }),
  ],
  { error: 'a step of type "reports", "release", "notice", "end-notice", "call" or "amend"' },
);

type WrittenStep = z.output<typeof stepSchema>;

/**
 * A timeline out of its text: JSON lines, the first of which says which night it is, the others one
 * step each in the order of their times.
 * @returns or one sentence with the line of the first mistake
 */
export function parseTimeline(text: string): Result<Timeline, string> {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const head = parseLine(headSchema, lines[0] ?? '', 1);
  if (!head.ok) return head;
  const steps: Step[] = [];
  for (const [index, line] of lines.slice(1).entries()) {
    const number = index + 2;
    const written = parseLine(stepSchema, line, number);
    if (!written.ok) return written;
    if (written.value.at < (steps.at(-1)?.at ?? head.value.start))
      return err(`line ${number}: its time is before that of the line above.`);
    steps.push(stepOf(written.value, `${head.value.election}:${number}`));
  }
  return ok({ ...head.value, steps });
}

function parseLine<Schema extends z.ZodType>(
  schema: Schema,
  line: string,
  number: number,
): Result<z.output<Schema>, string> {
  const json = parseJson(line);
  if (!json.ok) return err(`line ${number}: this is not JSON.`);
  const parsed = schema.safeParse(json.value, WITH_INPUT);
  if (parsed.success) return ok(parsed.data);
  const { path, message } = present(faultsOf(parsed.error)[0], 'issue');
  return err(`line ${number}: ${pathText(path)}: ${message}`);
}

function parseJson(text: string): Result<unknown, null> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err(null);
  }
}

/** @param id unique to the step, from which its reports' ids are made: the same at every replay. */
function stepOf(written: WrittenStep, id: string): Step {
  const { at } = written;
  switch (written.type) {
    case 'reports':
      return { at, type: 'reports', reports: reportsOf(written, id) };
    case 'notice':
      return { at, type: 'notice', noticeId: written.notice.noticeId, body: written.notice };
    case 'end-notice':
      return { at, type: 'end-notice', noticeId: written.noticeId };
    case 'release':
      return written;
    case 'call': {
      const { callId, contest } = written.call;
      return { at, type: 'call', callId, contest, body: written.call };
    }
    case 'amend': {
      const { contest, amendment } = written;
      const { amendId, changes } = amendment;
      const certifiedBy = changes.certified?.source ?? null;
      return { at, type: 'amend', amendId, contest, body: amendment, certifiedBy };
    }
    default:
      return assertNever(written);
  }
}

function reportsOf(
  written: Extract<WrittenStep, { type: 'reports' }>,
  id: string,
): readonly ReportBody[] {
  const cells = Object.entries(written.votes).flatMap(([method, units]) =>
    Object.entries(units).map(([unit, votes]) => ({ method, unit, votes })),
  );
  return cells.map(({ method, unit, votes }, index) => ({
    reportId: `${id}.${index + 1}`,
    contest: written.contest,
    unit,
    method,
    votes,
    status: written.status,
    source: written.source ?? null,
    sourceAt: written.at,
  }));
}
