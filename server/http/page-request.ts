import type { Request, Response } from 'express';
import type { Boot } from '../../shared/wire/boot.ts';
import { queryText } from './query.ts';

/** The contest that the path names; null where it names none. */
export function pageContest({ params }: Request): string | null {
  return typeof params.id === 'string' ? params.id : null;
}

/** By `?lang=`, then by what the browser asks for, then English. */
export function pageLanguage(request: Request): Boot['language'] {
  const asked = queryText(request, 'lang') ?? request.acceptsLanguages('en', 'es');
  return asked === 'es' ? 'es' : 'en';
}

/** A page is asked for again each time, and sent where it is another one by then. */
export function setPageHeaders(
  response: Response,
  { page, language }: Pick<Boot, 'page' | 'language'>,
): Response {
  return response
    .set('Content-Language', language)
    .vary('Accept-Language')
    .set('Cache-Control', page === 'desk' ? 'private, no-cache' : 'public, no-cache');
}
