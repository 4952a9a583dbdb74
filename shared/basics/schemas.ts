import { z } from 'zod';
import { WHOLE_NUMBER } from './fault.ts';
import { type Instant, parseInstant } from './instant.ts';

/** The largest count anyone may send: above any electorate, and sums of them stay exact. */
const MAX_COUNT = 1_000_000_000;

/** The small schemas that definitions and commands share. Messages are noun phrases (see fault.ts). */

export function idSchema<Id extends string>() {
  const error =
    'an id: a-z 0-9 . _ -, starting with a letter or digit, at most 64 characters (such as "ga-06")';
  // The pattern is what the brand stands for.
  return z
    .string({ error })
    .regex(/^[a-z0-9][a-z0-9._-]{0,63}$/, { error })
    .transform((text) => text as Id);
}

/** Parties and blocs, whose ids may be capitals: `D`, `R`. */
export function labelIdSchema<Id extends string>() {
  const error =
    'an id: A-Z a-z 0-9 . _ -, starting with a letter or digit, at most 64 characters (such as "D")';
  return z
    .string({ error })
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error })
    .transform((text) => text as Id);
}

export function unitIdSchema<Id extends string>() {
  const error =
    'a unit id: a-z 0-9 . _ - /, starting with a letter or digit, at most 128 characters (such as "cobb/addison-01")';
  return z
    .string({ error })
    .regex(/^[a-z0-9][a-z0-9._/-]{0,127}$/, { error })
    .transform((text) => text as Id);
}

export function textSchema(what: string, longest = 500) {
  const error = `${what}, 1 to ${longest} characters`;
  return z
    .string({ error })
    .max(longest, { error })
    .refine((text) => text.trim() !== '', {
      error: (issue) => `Expected ${error}, not ${JSON.stringify(issue.input)}.`,
      params: { code: 'invalid' },
    })
    .refine((text) => !UNPRINTABLE.test(text), {
      error: `Expected ${what}, without control characters or halves of a character.`,
      params: { code: 'invalid' },
    });
}

/** Cannot be written as UTF-8 (half of a pair), or in no page and no XML: it would change on its way to a reader. */
const UNPRINTABLE = /[^\P{Cc}\t\n\r]|\p{Cs}/u;

export function flagSchema() {
  return z.boolean({ error: 'true or false' });
}

/** A whole number from `least` to `most`. */
export function countSchema(least = 0, most = MAX_COUNT) {
  const error = `${WHOLE_NUMBER} from ${least} to ${most}`;
  return z.int({ error }).min(least, { error }).max(most, { error }).overwrite(withoutSign);
}

export function numberSchema(least: number, most: number) {
  const error = `a number from ${least} to ${most}`;
  return z.number({ error }).min(least, { error }).max(most, { error }).overwrite(withoutSign);
}

/** JSON knows -0, which is written as 0: a board and one made of its text would differ. */
function withoutSign(value: number): number {
  return value === 0 ? 0 : value;
}

const DATE = 'a date, such as "2017-04-18"';

export const dateSchema = z.iso.date({ error: DATE });

const INSTANT = 'a date and time with its zone, such as "2017-04-18T19:00:00-04:00"';

export const instantSchema = z.string({ error: INSTANT }).transform((text, context): Instant => {
  const instant = parseInstant(text);
  if (instant !== null) return instant;
  context.addIssue({
    code: 'custom',
    params: { code: 'malformed' },
    message: `Expected ${INSTANT}, not ${JSON.stringify(text)}.`,
  });
  return z.NEVER;
});

/** A list of `what` with at least `least` of them. */
export function listSchema<Item extends z.ZodType>(what: string, item: Item, least = 0) {
  const error = least === 0 ? `a list of ${what}` : `a list of ${what}, at least ${least}`;
  return z.array(item, { error }).min(least, { error });
}

/**
 * An object used as a table. zod passes over a key `__proto__` without a word, so that what was sent
 * under it would be lost: here it is a fault, with `code`.
 */
export function tableSchema<Value extends z.ZodType>(
  what: string,
  value: Value,
  code = 'malformed',
) {
  return z.preprocess(refuseProto(code), z.record(z.string(), value, { error: what }));
}

/** A table whose keys are words of a list; others are a fault, `code`. */
export function wordTableSchema<Word extends string, Value extends z.ZodType>(
  what: string,
  words: readonly Word[],
  value: Value,
  code: string,
) {
  const known: ReadonlySet<string> = new Set(words);
  const table = z.record(z.string(), value, { error: what }).superRefine((input, context) => {
    for (const key of Object.keys(input))
      if (!known.has(key))
        context.addIssue({
          code: 'custom',
          path: [key],
          params: { code },
          message: `"${key}" is not one of ${words.join(', ')}.`,
        });
  });
  // Every key has just been looked at.
  return z
    .preprocess(refuseProto(code), table)
    .transform((input) => input as Partial<Record<Word, z.output<Value>>>);
}

function refuseProto(code: string) {
  return (input: unknown, context: z.core.$RefinementCtx) => {
    if (typeof input === 'object' && input !== null && Object.hasOwn(input, '__proto__'))
      context.addIssue({
        code: 'custom',
        path: ['__proto__'],
        params: { code },
        message: 'Nothing has the id "__proto__".',
      });
    return input;
  };
}
