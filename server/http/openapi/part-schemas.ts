import { z } from 'zod';
import type { Instant } from '../../../shared/basics/instant.ts';
import { METHODS } from '../../../shared/election/method.ts';

/** The small schemas that answers share. An answer may gain fields, so its objects are open. */

/** Ids are ours by the time they are answered: the brand is what the record's own types ask for. */
export function idOf<Id extends string>() {
  return z.string().transform((text) => text as Id);
}

const TIME = { format: 'date-time' } as const;

export const instant = z
  .string()
  .meta({ ...TIME, description: 'UTC.' })
  .transform((text) => text as Instant);

/** With the election's offset from UTC. */
export const localTime = z.string().meta({ ...TIME, description: 'In the election’s zone.' });

export const date = z.string().meta({ format: 'date' });

export const method = z.enum(METHODS);

export const whole = z.int().min(0);

export const seq = whole.meta({ description: 'The number of an entry of the record.' });

/** 0 to 1. */
export const share = z.number().min(0).max(1);

function byId<Value extends z.ZodType>(value: Value) {
  return z.record(z.string(), value);
}

export function byMethod<Value extends z.ZodType>(value: Value) {
  return z.partialRecord(method, value);
}

export const votesByChoice = byId(whole).meta({ description: 'Votes by choice.' });
