import type { Router } from 'express';
import { callerOf } from './caller.ts';
import { type HttpContext, isSecure } from './context.ts';
import { endpoint } from './endpoint.ts';

/** `GET /session`: who is signed in; nobody is an answer too, so that a desk may ask before it knows. */
export function addSession(router: Router, context: HttpContext): void {
  endpoint(router, '/session', {
    get: [
      async (request, response) => {
        const caller = await callerOf(context.access, request.headers, isSecure(context));
        const account = caller && {
          id: caller.account.id,
          name: caller.account.name,
          role: caller.account.role,
        };
        response.set('Cache-Control', 'no-store').json({ account });
      },
    ],
  });
}
