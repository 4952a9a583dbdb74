import type { ServerResponse } from 'node:http';
import type { ErrorRequestHandler } from 'express';
import type { Logger } from 'pino';
import type { Refusal, RefusalCode } from '../../shared/night/refusal.ts';

/** An answer that is not what was asked for, in the one shape that every error has. */
export interface Failure {
  readonly status: number;
  readonly code: string;
  /** One sentence: what is wrong and what would be right. */
  readonly message: string;
  /** Where in what was sent; '' for the whole. */
  readonly path: string;
}

/** Thrown where a parser of bodies calls us back. */
export class BadBody extends Error {
  override readonly name = 'BadBody';
  readonly failure: Failure;

  constructor(failed: Failure) {
    super(failed.message);
    this.failure = failed;
  }
}

const REFUSAL_STATUS: Readonly<Record<RefusalCode, number>> = {
  'unknown-election': 404,
  'unknown-contest': 404,
  'unknown-unit': 404,
  'unknown-choice': 404,
  'unknown-method': 404,
  'unknown-hold': 404,
  'unknown-call': 404,
  'unknown-amendment': 404,
  'unknown-notice': 404,
  conflict: 409,
  'same-person': 409,
  'id-reused': 409,
  'contest-clash': 409,
  'not-allowed': 403,
  'too-large': 413,
  invalid: 422,
  'not-an-integer': 422,
  negative: 422,
  'total-and-parts': 422,
  'reason-needed': 422,
  'polls-open': 422,
  impossible: 422,
  unavailable: 503,
};

export function failure(status: number, code: string, message: string, path = ''): Failure {
  return { status, code, message, path };
}

export function failureOf(refusal: Refusal): Failure {
  return { ...refusal, status: REFUSAL_STATUS[refusal.code] };
}

/** Sends a failure. `more` is put beside code, message and path. */
export function sendFailure(response: ServerResponse, failed: Failure, more: object = {}): void {
  const { status, code, message, path } = failed;
  const body = JSON.stringify({ error: { code, message, path, ...more } });
  if (status === 401) response.setHeader('WWW-Authenticate', 'Bearer');
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(body));
  response.statusCode = status;
  response.end(body);
}

/** The last handler: what Express and its parsers threw, and our own bugs. */
export function answerThrown(log: Logger): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (response.writableEnded) return;
    if (response.headersSent) return next(thrown);
    const failed = failureOfThrown(thrown);
    if (failed.status >= 500)
      log.error({ err: thrown, method: request.method, path: request.path }, 'request failed');
    sendFailure(response, failed);
  };
}

/** What body-parser found, by its types: https://github.com/expressjs/body-parser#errors */
const THROWN: Readonly<Record<string, Failure>> = {
  'entity.too.large': failure(413, 'too-large', 'The body is too large: send it in parts.'),
  'encoding.unsupported': failure(415, 'unsupported-type', 'Send the body plain or as gzip.'),
  'charset.unsupported': failure(415, 'unsupported-type', 'Send the body as UTF-8.'),
};

function failureOfThrown(thrown: unknown): Failure {
  if (thrown instanceof BadBody) return thrown.failure;
  const { status, type, message } = Object(thrown) as Readonly<Record<string, unknown>>;
  // Express and body-parser mark what the sender did wrong with a status; anything else is our bug.
  if (typeof status !== 'number' || status < 400 || status > 499)
    return failure(500, 'internal', 'The server failed at this. It has been written to its log.');
  if (type === 'entity.parse.failed')
    return failure(400, 'bad-json', `The body is not JSON: ${String(message)}.`);
  if (thrown instanceof URIError)
    return failure(400, 'bad-request', 'The address cannot be decoded: write “%” as “%25”.');
  const known = typeof type === 'string' && Object.hasOwn(THROWN, type) ? THROWN[type] : undefined;
  return known ?? failure(status, 'bad-request', 'The request could not be read.');
}
