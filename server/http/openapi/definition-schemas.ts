import { z } from 'zod';
import type { ChoiceId, ContestId, ElectionId, PartyId } from '../../../shared/basics/ids.ts';
import type { Certification } from '../../../shared/election/contest.ts';
import type { Definition } from '../../../shared/election/definition.ts';
import { date, idOf, instant, method, whole } from './part-schemas.ts';

/** What is being decided, as it is answered: parsed, with every default filled in. */

const sourceId = z.string().exactOptional();

const party = z.object({
  id: idOf<PartyId>(),
  name: z.string(),
  color: z.string().nullable(),
  sourceId,
});

export const electionFields = {
  id: idOf<ElectionId>(),
  name: z.string(),
  date,
  timeZone: z.string(),
  stage: z.enum(['test', 'live']),
  labels: z.array(z.string()),
  releaseOwn: z.boolean(),
  parties: z.array(party),
  sourceId,
};

const onRequest = z.boolean();
const advance = z.int().min(1);

const rule = z.discriminatedUnion('type', [
  z.object({ type: z.literal('majority'), advance, onRequest }),
  z.object({ type: z.literal('plurality'), seats: z.int().min(1) }),
  z.object({
    type: z.literal('share'),
    num: whole,
    den: whole,
    strict: z.boolean(),
    advance: advance.nullable(),
    onRequest,
  }),
  z.object({ type: z.literal('top-n'), advance }),
]);

const choice = z.object({
  id: idOf<ChoiceId>(),
  name: z.string(),
  party: idOf<PartyId>().nullable(),
  incumbent: z.boolean(),
  writeIn: z.boolean(),
  withdrawn: z.boolean(),
  eligible: z.boolean(),
  counts: z.boolean(),
  passes: z.boolean(),
  sourceId,
});

const late = z.object({
  method: method.nullable(),
  bound: whole.nullable(),
  source: z.string().nullable(),
  until: date.nullable(),
});

const next = z.object({
  contest: idOf<ContestId>().nullable(),
  name: z.string(),
  date: date.nullable(),
});

export const certification = z.object({
  at: instant,
  source: z.string(),
}) satisfies z.ZodType<Certification>;

const contest = z.object({
  id: idOf<ContestId>(),
  name: z.string(),
  kind: z.enum(['candidate', 'measure']),
  rule,
  choices: z.array(choice),
  votesAllowed: whole,
  blocs: z.array(
    z.object({ id: z.string(), name: z.string(), choices: z.array(idOf<ChoiceId>()) }),
  ),
  methods: z.array(method),
  reportingBy: z.array(method),
  registration: z
    .object({
      is: z.enum(['all', 'active', 'same-day']),
      all: whole.nullable(),
      source: z.string().nullable(),
    })
    .nullable(),
  uncontested: z.boolean(),
  recount: z.object({ num: whole, den: whole }).nullable(),
  late: z.array(late),
  lateNone: z.string().nullable(),
  expectedBy: z.string().nullable(),
  pollsClose: instant.nullable(),
  publishFrom: z.enum(['last', 'own']),
  next: next.nullable(),
  certified: certification.nullable(),
  sourceId,
});

export const definitionAnswer = z.object({
  version: z.int().min(1),
  election: z.object(electionFields),
  contest,
  counties: z.array(z.object({ name: z.string(), precincts: whole, registered: whole.nullable() })),
}) satisfies z.ZodType<Definition>;
