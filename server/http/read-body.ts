import { isUtf8 } from 'node:buffer';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import express, { type RequestHandler } from 'express';
import { pathText } from '../../shared/basics/fault.ts';
import { BadBody, failure, sendFailure } from './failure.ts';
import { repeatedField } from './repeated-field.ts';

const KB = 1024;

/** In bytes. 5,000 reports of 20 choices are about 5 MB. */
export const REPORTS_LIMIT = 16 * KB * KB;
export const COMMAND_LIMIT = KB * KB;

/** Reads a JSON body of at most `limit` bytes; who sends anything else is told so. */
export function jsonBody(limit: number): RequestHandler[] {
  const parse = express.json({ limit, type: isJson, strict: false, verify: refuseBrokenJson });
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
  if (charset !== 'utf-8')
    throw new BadBody(failure(415, 'unsupported-type', 'Send the body as UTF-8.'));
  if (!isUtf8(body)) throw new BadBody(failure(400, 'bad-json', 'The body is not UTF-8.'));
}

function refuseBrokenJson(
  request: IncomingMessage,
  response: unknown,
  body: Buffer,
  charset: string,
): void {
  refuseBrokenText(request, response, body, charset);
  const place = repeatedField(body.toString());
  if (place === null) return;
  const message = `The field "${place.at(-1)}" is there twice.`;
  throw new BadBody(failure(400, 'bad-json', message, pathText(place)));
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
