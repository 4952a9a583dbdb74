import type { Brand } from './brand.ts';

/** A moment in UTC, always `YYYY-MM-DDTHH:mm:ss.sssZ`, so that text order is time order. */
export type Instant = Brand<string, 'Instant'>;

/** @param ms milliseconds since 1970, within the range of a JavaScript date. */
export function instantOf(ms: number): Instant {
  return new Date(ms).toISOString() as Instant;
}

/** Milliseconds since 1970. */
export function msOf(instant: Instant): number {
  return Date.parse(instant);
}

/** Reads an ISO 8601 date and time with its zone (`2017-04-18T19:00:00-04:00`); null for anything else. */
export function parseInstant(text: string): Instant | null {
  const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
  const ms = shape.test(text) && isDay(text.slice(0, 10)) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(ms) ? null : instantOf(ms);
}

/** JavaScript reads 30 February as 2 March. */
function isDay(date: string): boolean {
  const ms = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(ms) && instantOf(ms).startsWith(date);
}
