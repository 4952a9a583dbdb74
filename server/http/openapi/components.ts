import { z } from 'zod';
import { reportSchema } from '../../../shared/count/parse-report.ts';
import { definitionSchema } from '../../../shared/election/definition-schema.ts';
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
} from '../../../shared/night/command-schemas.ts';
import { MAX_REPORTS } from '../../../shared/night/parse-reports.ts';
import { newPersonSchema, roleSchema } from '../people-schemas.ts';
import { definitionAnswer } from './definition-schemas.ts';
import {
  auditAnswer,
  doneAnswer,
  errorAnswer,
  healthAnswer,
  holdsAnswer,
  loadedAnswer,
  outcomesAnswer,
  peopleAnswer,
  personAnswer,
  readyAnswer,
  sessionAnswer,
} from './desk-schemas.ts';
import {
  contestsAnswer,
  electionsAnswer,
  historyAnswer,
  journalAnswer,
  unitsAnswer,
} from './reading-schemas.ts';
import { standingAnswer } from './standing-schemas.ts';
import { tallySchema } from './tally-schema.ts';

/** What goes in, by the very schemas that it is read with, and what comes out. */
const SCHEMAS = {
  Report: reportSchema,
  Reports: z.strictObject({ reports: z.array(reportSchema).max(MAX_REPORTS) }),
  Call: callSchema,
  Confirmation: z.union([confirmationSchema, emptySchema]),
  Reason: reasonSchema,
  Nothing: emptySchema,
  Closing: closingSchema,
  Notice: noticeSchema,
  Lock: lockSchema,
  Amendment: amendSchema,
  Clock: clockSchema,
  ElectionDefinition: definitionSchema,
  Error: errorAnswer,
  Elections: electionsAnswer,
  Contests: contestsAnswer,
  Standing: standingAnswer,
  Definition: definitionAnswer,
  Units: unitsAnswer,
  Tally: tallySchema,
  History: historyAnswer,
  Journal: journalAnswer,
  Session: sessionAnswer,
  Outcomes: outcomesAnswer,
  Done: doneAnswer,
  Loaded: loadedAnswer,
  Holds: holdsAnswer,
  NewPerson: newPersonSchema,
  Role: roleSchema,
  People: peopleAnswer,
  Person: personAnswer,
  Audit: auditAnswer,
  Health: healthAnswer,
  Ready: readyAnswer,
  Document: z.looseObject({ openapi: z.literal('3.1.0') }),
} as const satisfies Readonly<Record<string, z.ZodType>>;

export type ComponentName = keyof typeof SCHEMAS;

/** A reference to a component of the document. */
export function refTo(name: ComponentName): { readonly $ref: string } {
  return { $ref: `#/components/schemas/${name}` };
}

/** The components as JSON Schema, each by its name. */
export function components(): Readonly<Record<string, object>> {
  const registry = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(SCHEMAS)) registry.add(schema, { id });
  // `input`: what is sent is what is described; and an answer may gain fields.
  const { schemas } = z.toJSONSchema(registry, {
    io: 'input',
    uri: (id) => `#/components/schemas/${id}`,
  });
  return Object.fromEntries(
    Object.entries(schemas).map(([name, { $schema, $id, ...schema }]) => [name, schema]),
  );
}
