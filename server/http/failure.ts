import type { ErrorRequestHandler, Response } from 'express';
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
export function sendFailure(response: Response, failed: Failure, more: object = {}): void {
  const { status, code, message, path } = failed;
  if (status === 401) response.set('WWW-Authenticate', 'Bearer');
  response.set('Cache-Control', 'no-store');
  response.status(status).json({ error: { code, message, path, ...more } });
}

/** The last handler: what Express and its parsers threw, and our own bugs. */
export function answerThrown(log: Logger): ErrorRequestHandler {
  return (thrown: unknown, request, response, next) => {
    if (response.headersSent) return next(thrown);
    const failed = failureOfThrown(thrown);
    if (failed.status >= 500)
      log.error({ err: thrown, method: request.method, path: request.path }, 'request failed');
    sendFailure(response, failed);
  };
}

const THROWN: Readonly<Record<string, readonly [code: string, message: string]>> = {
  'entity.parse.failed': ['bad-json', 'The body is not JSON.'],
  'entity.too.large': ['too-large', 'The body is too large: send it in smaller parts.'],
  'encoding.unsupported': ['unsupported-type', 'Send the body plain, or as gzip or deflate.'],
  'charset.unsupported': ['unsupported-type', 'Send the body as UTF-8.'],
};

function failureOfThrown(thrown: unknown): Failure {
  const { status, type } = Object(thrown) as { status?: unknown; type?: unknown };
  // Express and body-parser mark what the sender did wrong with a status; anything else is our bug.
  if (typeof status !== 'number' || status < 400 || status > 499)
    return failure(500, 'internal', 'The server failed at this. It has been written to its log.');
  const known = typeof type === 'string' && Object.hasOwn(THROWN, type) ? THROWN[type] : undefined;
  const [code, message] = known ?? ['bad-request', 'The request could not be read.'];
  return failure(status, code, message);
}
