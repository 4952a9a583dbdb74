import { z } from 'zod';
import { countSchema, flagSchema } from '../basics/schemas.ts';

/** A bigger denominator would take sums of votes beyond exact arithmetic. */
const MAX_DEN = 1_000_000;

const onRequest = flagSchema().nullish();
const part = countSchema(1, MAX_DEN);

const RULES = {
  majority: z.strictObject({
    type: z.literal('majority'),
    advance: countSchema(1).nullish(),
    onRequest,
  }),
  plurality: z.strictObject({ type: z.literal('plurality'), seats: countSchema(1) }),
  share: z.strictObject({
    type: z.literal('share'),
    num: part,
    den: part,
    strict: flagSchema(),
    advance: countSchema(1).nullish(),
    onRequest,
  }),
  'top-n': z.strictObject({ type: z.literal('top-n'), advance: countSchema(1) }),
} as const;

const NAMES = Object.keys(RULES).join(', ');

/** A rule as written. One that is not of the four types, or says more than they can, is refused by name. */
export const ruleSchema = z
  .unknown()
  .superRefine((rule, context) => {
    const type =
      typeof rule === 'object' && rule !== null ? (rule as { type?: unknown }).type : undefined;
    if (typeof type === 'string' && !Object.hasOwn(RULES, type))
      context.addIssue({
        code: 'custom',
        path: ['type'],
        params: { code: 'unsupported-rule' },
        message: `The rule "${type}" is not supported; what is: ${NAMES}.`,
      });
  })
  .pipe(
    z.discriminatedUnion('type', [RULES.majority, RULES.plurality, RULES.share, RULES['top-n']], {
      error: `a rule of type ${NAMES}`,
    }),
  );
