import { z } from 'zod';

/**
 * What can be made out of a definition however wrong its shape is: what is missing or of another type
 * is left undefined, so that what does not make sense is found together with what is malformed.
 */
const text = z.string().optional().catch(undefined);
const integer = z.int().optional().catch(undefined);
const flag = z.boolean().optional().catch(undefined);
const number = z.number().optional().catch(undefined);

function list<Item extends z.ZodType>(item: Item) {
  return z.array(item).optional().catch(undefined);
}

function thing<Shape extends z.ZodRawShape>(shape: Shape) {
  return z.object(shape).optional().catch(undefined);
}

function table<Value extends z.ZodType>(value: Value) {
  return z.record(z.string(), value).optional().catch(undefined);
}

const named = thing({ id: text });

const choice = thing({ id: text, party: text, writeIn: flag, eligible: flag, passes: flag });

const unit = thing({
  id: text,
  parent: text,
  methods: list(text),
  registered: integer,
  expected: integer,
  turnout: table(z.unknown()),
  lon: number,
  lat: number,
});

const baseline = thing({
  id: text,
  parties: list(text),
  units: table(table(list(z.unknown()))),
});

const contest = thing({
  id: text,
  kind: text,
  rule: thing({ type: text, num: integer, den: integer, strict: flag, advance: integer }),
  choices: list(choice),
  votesAllowed: integer,
  blocs: list(thing({ id: text, choices: list(text) })),
  methods: list(text),
  reportingBy: list(text),
  registration: thing({ is: text, all: integer }),
  recount: thing({ num: integer, den: integer }),
  late: list(thing({ method: text })),
  lateNone: text,
  expectedBy: text,
  baselines: list(baseline),
  units: list(unit),
});

const outlineSchema = thing({
  timeZone: text,
  parties: list(named),
  contests: list(contest),
});

export type Outline = NonNullable<z.output<typeof outlineSchema>>;
export type ContestOutline = NonNullable<NonNullable<Outline['contests']>[number]>;
export type UnitOutline = NonNullable<NonNullable<ContestOutline['units']>[number]>;

/** Never fails: of something that is no object at all there is nothing to make out. */
export function outlineOf(value: unknown): Outline {
  return outlineSchema.parse(value) ?? {};
}
