import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import express, { type RequestHandler } from 'express';
import { failure, sendFailure } from './failure.ts';

const KB = 1024;

/** In bytes. 5,000 reports of 20 choices are about 5 MB. */
export const REPORTS_LIMIT = 16 * KB * KB;
export const COMMAND_LIMIT = KB * KB;

/** Reads a JSON body of at most `limit` bytes; who sends anything else is told so. */
export function jsonBody(limit: number): RequestHandler[] {
  const parse = express.json({ limit, type: isJson, strict: false, verify: refuseBrokenText });
  return [atMost(limit), parse, refuseOtherTypes];
}

/** Reads a body of at most `limit` bytes as text, whatever it calls itself. */
export function textBody(limit: number): RequestHandler[] {
  return [atMost(limit), express.text({ limit, type: () => true, verify: refuseBrokenText })];
}

/** Reads what a page's form of at most `limit` bytes sends. */
export function formBody(limit: number): RequestHandler[] {
  return [atMost(limit), express.urlencoded({ extended: false, limit })];
}

/**
 * Tells who sends too much so at once: the parser would first wait for the end of what is sent, which
 * may never come. The rest runs dry.
 */
function atMost(limit: number): RequestHandler {
  const tooLarge = failure(413, 'too-large', `The body is at most ${limit / KB} KB: send less.`);
  return (request, response, next) => {
    if (Number(request.headers['content-length'] ?? 0) > limit)
      return sendFailure(response, tooLarge);
    let read = 0;
    request.on('data', (chunk: Buffer) => {
      read += chunk.length;
      if (read > limit && !response.headersSent) sendFailure(response, tooLarge);
    });
    next();
  };
}

/** Bytes that are no text would be read as “\ufffd”: what was sent would be changed without a word. */
function refuseBrokenText(
  _request: IncomingMessage,
  _response: unknown,
  body: Buffer,
  charset: string,
): void {
  if (charset !== 'utf-8') throw new BadText('charset.unsupported');
  if (!isUtf8(body)) throw new BadText('charset.broken');
}

/** `type` is how the parsers tell one failure from another. */
class BadText extends Error {
  readonly type: string;
  constructor(type: string) {
    super('not UTF-8');
    this.type = type;
  }
}

function isJson({ headers }: { headers: IncomingHttpHeaders }): boolean {
  return /^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '');
}

/** Some requests say everything by their address. */
function isEmpty({ headers }: { headers: IncomingHttpHeaders }): boolean {
  return headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0;
}

const refuseOtherTypes: RequestHandler = (request, response, next) => {
  if (isJson(request) || isEmpty(request)) return next();
  const message = 'Send the body as JSON, with Content-Type: application/json.';
  sendFailure(response, failure(415, 'unsupported-type', message));
};
