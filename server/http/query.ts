import type { Request } from 'express';
import { err, ok, type Result } from '../../shared/basics/result.ts';
import { type Failure, failure } from './failure.ts';

/** One value of the address's query; null where it is not there. A name that is there twice counts once. */
export function queryText({ query }: Request, name: string): string | null {
  const value = query[name];
  if (typeof value === 'string') return value;
  const first = Array.isArray(value) ? value[0] : null;
  return typeof first === 'string' ? first : null;
}

/** A whole number of at least 0 in the query, or what stands in where it is not there. */
export function queryNumber(
  request: Request,
  name: string,
  otherwise: number,
): Result<number, Failure> {
  const text = queryText(request, name);
  if (text === null) return ok(otherwise);
  const value = /^\d{1,15}$/.test(text) ? Number(text) : null;
  return value === null
    ? err(failure(400, 'invalid', `“${name}” is a whole number from 0.`, name))
    : ok(value);
}

/** Whether a name stands in the query as what is so. */
export function queryFlag(request: Request, name: string): Result<boolean, Failure> {
  switch (queryText(request, name)) {
    case null:
    case '0':
    case 'false':
      return ok(false);
    case '':
    case '1':
    case 'true':
      return ok(true);
    default:
      return err(failure(400, 'invalid', `“${name}” is 1 or 0.`, name));
  }
}

/** Words are in English unless Spanish is asked for. */
export function queryLanguage(request: Request): 'en' | 'es' {
  return queryText(request, 'lang') === 'es' ? 'es' : 'en';
}
