import type { RequestHandler } from 'express';
import { failure, sendFailure } from './failure.ts';

/** Refuses a query that says two things at once, or asks for words that there are not, whoever reads it. */
export const checkQuery: RequestHandler = ({ query }, response, next) => {
  const twice = Object.keys(query).find((name) => Array.isArray(query[name]));
  if (twice !== undefined)
    sendFailure(response, failure(400, 'invalid', `“${twice}” is there more than once.`, twice));
  else if (query.lang !== undefined && query.lang !== 'en' && query.lang !== 'es')
    sendFailure(response, failure(400, 'invalid', '“lang” is en or es.', 'lang'));
  else next();
};
