import type { Router } from 'express';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';

/** For whoever keeps the process running: is it alive, and can it serve. */
export function addHealth(router: Router, context: HttpContext): void {
  endpoint(router, '/healthz', {
    get: [
      (_request, response) => void response.set('Cache-Control', 'no-store').json({ ok: true }),
    ],
  });
  endpoint(router, '/readyz', {
    get: [
      (_request, response) => {
        const ready = context.isReady();
        response.set('Cache-Control', 'no-store');
        response.status(ready ? 200 : 503).json({ ready, seq: context.reads.board.seq });
      },
    ],
  });
}
