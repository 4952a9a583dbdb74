import type { RequestHandler, Router } from 'express';
import { checkQuery } from './check-query.ts';
import { failure, sendFailure } from './failure.ts';

export interface Endpoint {
  /** Answers HEAD too. */
  readonly get?: RequestHandler[];
  readonly post?: RequestHandler[];
  /** Whether pages of any origin may read it. */
  readonly open?: boolean;
}

/** Puts one path's handlers into the router, and answers every other method with 405. */
export function endpoint(router: Router, path: string, { get, post, open }: Endpoint): void {
  const methods = [...(get ? ['GET', 'HEAD'] : []), ...(post ? ['POST'] : [])];
  const route = router.route(path);
  if (open) route.get(allowAnyOrigin).options(answerPreflight);
  route.all(checkQuery);
  if (get) route.get(...get);
  if (post) route.post(...post);
  route.all((request, response) => {
    response.set('Allow', methods.join(', '));
    const asked = `${request.method} is not answered here; use ${methods.join(' or ')}.`;
    sendFailure(response, failure(405, 'method-not-allowed', asked));
  });
}

const allowAnyOrigin: RequestHandler = (_request, response, next) => {
  response.set('Access-Control-Allow-Origin', '*');
  response.set('Access-Control-Expose-Headers', 'ETag');
  next();
};

const answerPreflight: RequestHandler = (_request, response) => {
  response.set('Access-Control-Allow-Origin', '*');
  response.set('Access-Control-Allow-Methods', 'GET, HEAD');
  response.set('Access-Control-Allow-Headers', 'If-None-Match');
  response.set('Access-Control-Max-Age', '86400');
  response.status(204).end();
};
