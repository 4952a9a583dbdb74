import type { IncomingHttpHeaders } from 'node:http';
import express, { type RequestHandler } from 'express';
import { failure, sendFailure } from './failure.ts';

/** 5,000 reports of 20 choices are about 5 MB. */
export const REPORTS_LIMIT = '16mb';
export const COMMAND_LIMIT = '1mb';

/** Reads a JSON body of at most `limit`; who sends anything else is told so. */
export function jsonBody(limit: string): RequestHandler[] {
  return [express.json({ limit, type: isJson, strict: false }), refuseOtherTypes];
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
