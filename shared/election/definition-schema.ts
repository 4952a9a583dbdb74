import { z } from 'zod';
import type { ChoiceId, ContestId, ElectionId, PartyId, UnitId } from '../basics/ids.ts';
import {
  countSchema,
  dateSchema,
  flagSchema,
  idSchema,
  instantSchema,
  labelIdSchema,
  listSchema,
  numberSchema,
  tableSchema,
  textSchema,
  unitIdSchema,
} from '../basics/schemas.ts';
import { METHODS } from './method.ts';
import { ruleSchema } from './rule-schema.ts';

/** The election definition as the contract has it, before defaults. Whether it makes sense is find-mistakes.ts's. */

const methodSchema = z.enum(METHODS, { error: `a voting method: ${METHODS.join(', ')}` });

const byMethod = tableSchema('numbers of ballots by voting method', countSchema());

const sourceId = textSchema("the source's own id", 200).nullish();

const fraction = z.strictObject(
  { num: countSchema(1), den: countSchema(1) },
  { error: 'a fraction, such as { "num": 1, "den": 200 }' },
);

const partySchema = z.strictObject(
  {
    id: labelIdSchema<PartyId>(),
    name: textSchema('a name'),
    color: z
      .string({ error: 'a colour, such as "#1d63d1"' })
      .regex(/^#[0-9a-fA-F]{6}$/, { error: 'a colour, such as "#1d63d1"' })
      .nullish(),
    sourceId,
  },
  { error: 'a party' },
);

const choiceSchema = z.strictObject(
  {
    id: idSchema<ChoiceId>(),
    name: textSchema('a name'),
    party: labelIdSchema<PartyId>().nullish(),
    incumbent: flagSchema().nullish(),
    writeIn: flagSchema().nullish(),
    withdrawn: flagSchema().nullish(),
    eligible: flagSchema().nullish(),
    counts: flagSchema().nullish(),
    passes: flagSchema().nullish(),
    sourceId,
  },
  { error: 'a choice' },
);

const blocSchema = z.strictObject(
  {
    id: labelIdSchema<string>(),
    name: textSchema('a name'),
    choices: listSchema('choice ids', idSchema<ChoiceId>(), 1),
  },
  { error: 'a bloc' },
);

const registrationSchema = z.strictObject(
  {
    is: z.enum(['all', 'active', 'same-day'], { error: '"all", "active" or "same-day"' }),
    all: countSchema().nullish(),
    source: textSchema('a source').nullish(),
  },
  { error: 'what "registered" counts, such as { "is": "all" }' },
);

export const lateSchema = z.strictObject(
  {
    method: methodSchema.nullable(),
    bound: countSchema().nullish(),
    source: textSchema('a source').nullish(),
    until: dateSchema.nullish(),
  },
  { error: 'late ballots, such as { "method": "provisional", "bound": null }' },
);

export const nextSchema = z.strictObject(
  {
    contest: idSchema<ContestId>().nullish(),
    name: textSchema('a name'),
    date: dateSchema.nullish(),
  },
  { error: 'the second round, such as { "name": "Runoff" }' },
);

export const certificationSchema = z.strictObject(
  { at: instantSchema, source: textSchema('a source') },
  { error: 'a certification: { "at", "source" }' },
);

const baselineSchema = z.strictObject(
  {
    id: idSchema<string>(),
    name: textSchema('a name'),
    parties: listSchema('party ids', labelIdSchema<PartyId>(), 1),
    units: tableSchema(
      'votes by unit',
      tableSchema('votes by method', listSchema('votes in the order of "parties"', countSchema())),
    ),
  },
  { error: 'a baseline' },
);

const unitSchema = z.strictObject(
  {
    id: unitIdSchema<UnitId>(),
    name: textSchema('a name'),
    parent: textSchema('the county').nullish(),
    kind: z.enum(['precinct', 'central'], { error: '"precinct" or "central"' }).nullish(),
    methods: listSchema('voting methods', methodSchema, 1).nullish(),
    registered: countSchema().nullish(),
    expected: countSchema().nullish(),
    turnout: byMethod.nullish(),
    pollsClose: instantSchema.nullish(),
    lon: numberSchema(-180, 180).nullish(),
    lat: numberSchema(-90, 90).nullish(),
    sourceId,
  },
  { error: 'a unit' },
);

const contestSchema = z.strictObject(
  {
    id: idSchema<ContestId>(),
    name: textSchema('a name'),
    kind: z.enum(['candidate', 'measure'], { error: '"candidate" or "measure"' }),
    rule: ruleSchema,
    choices: listSchema('choices', choiceSchema, 1),
    votesAllowed: countSchema(1).nullish(),
    blocs: listSchema('blocs', blocSchema).nullish(),
    methods: listSchema('voting methods', methodSchema, 1).nullish(),
    reportingBy: listSchema('voting methods', methodSchema, 1).nullish(),
    registration: registrationSchema.nullish(),
    uncontested: flagSchema().nullish(),
    recount: fraction.nullish(),
    late: listSchema('late ballots', lateSchema).nullish(),
    lateNone: textSchema('why there are no late ballots').nullish(),
    units: listSchema('reporting units', unitSchema, 1),
    expectedBy: textSchema('who made the expected vote, and how', 1000).nullish(),
    pollsClose: instantSchema.nullish(),
    publishFrom: z.enum(['last', 'own'], { error: '"last" or "own"' }).nullish(),
    next: nextSchema.nullish(),
    certified: certificationSchema.nullish(),
    baselines: listSchema('baselines', baselineSchema).nullish(),
    sourceId,
  },
  { error: 'a contest' },
);

export const definitionSchema = z.strictObject(
  {
    id: idSchema<ElectionId>(),
    name: textSchema('a name'),
    date: dateSchema,
    timeZone: textSchema('a time zone, such as "America/New_York"'),
    stage: z.enum(['test', 'live'], { error: '"test" or "live"' }).nullish(),
    labels: listSchema('labels', textSchema('a label', 100)).nullish(),
    releaseOwn: flagSchema().nullish(),
    parties: listSchema('parties', partySchema).nullish(),
    contests: listSchema('contests', contestSchema, 1),
    sourceId,
  },
  { error: 'an election: { "id", "name", "date", "timeZone", "contests" }' },
);

/** A definition whose shape is right. */
export type WrittenElection = z.output<typeof definitionSchema>;
export type WrittenContest = WrittenElection['contests'][number];
export type WrittenUnit = WrittenContest['units'][number];
export type WrittenChoice = WrittenContest['choices'][number];
export type WrittenParty = z.output<typeof partySchema>;
export type WrittenLate = z.output<typeof lateSchema>;
