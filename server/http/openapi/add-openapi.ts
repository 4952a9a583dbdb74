import type { Router } from 'express';
import { endpoint } from '../endpoint.ts';
import { type Representation, represent, sendJson } from '../kept-json.ts';
import { openApiDocument } from './openapi-document.ts';

/** `GET /api/openapi.json`: what there is, by the schemas themselves. Made once, for the first who asks. */
export function addOpenApi(router: Router): void {
  let made: Representation | null = null;
  endpoint(router, '/openapi.json', {
    open: true,
    get: [
      (_request, response) => {
        made ??= represent(openApiDocument());
        sendJson(response, made);
      },
    ],
  });
}
