import { createHash } from 'node:crypto';
import type { Response } from 'express';

/** A body and the tag of what it says: the same on every server that shows the same, packed or not. */
export interface Representation {
  readonly text: string;
  readonly etag: string;
}

export function represent(value: unknown): Representation {
  const text = JSON.stringify(value);
  const etag = `W/"${createHash('sha256').update(text).digest('base64url').slice(0, 27)}"`;
  return { text, etag };
}

/** Gives what was made for a key until its version changes. */
export type KeptJson = (key: string, version: string, make: () => unknown) => Representation;

/** One body a key, so that a thousand readers of one standing cost one computing of it. */
export function keepJson(): KeptJson {
  const kept = new Map<string, { version: string; representation: Representation }>();
  return (key, version, make) => {
    const found = kept.get(key);
    if (found?.version === version) return found.representation;
    const representation = represent(make());
    kept.set(key, { version, representation });
    return representation;
  };
}

/** What may be shown again without asking, for as long as a frame of the socket would take. */
export const FRESH = 'public, max-age=1, must-revalidate';
/** What will not become another while this record is kept; another one might be begun at this address. */
export const SETTLED = 'public, max-age=60';
export const IMMUTABLE = 'public, max-age=31536000, immutable';

/** Sends a body, or 304 where the reader has it. */
export function sendJson(
  response: Response,
  { text, etag }: Representation,
  caching: string = FRESH,
): void {
  response.set('ETag', etag).set('Cache-Control', caching);
  if (hasIt(response.req.headers['if-none-match'], etag)) response.status(304).end();
  else response.type('json').send(text);
}

/**
 * Express would send the whole to a request with `Cache-Control: no-cache`, which browsers put beside
 * every `If-None-Match` that a script sends; it only asks to be compared with what there is now.
 */
function hasIt(sent: string | undefined, etag: string): boolean {
  const strong = (tag: string) => tag.trim().replace(/^W\//, '');
  const tags = (sent ?? '').split(',').map(strong);
  return tags.includes(strong(etag)) || tags.includes('*');
}
