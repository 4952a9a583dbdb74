import type { Router } from 'express';
import { READ_ROLES } from '../access/permissions.ts';
import { deskHolds } from '../live/desk-holds.ts';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';
import { requireRole } from './guard.ts';

/** `GET /holds`: what waits for a person, oldest first. */
export function addHolds(router: Router, context: HttpContext): void {
  const { reads, access } = context;
  endpoint(router, '/holds', {
    get: [
      requireRole(context, READ_ROLES.holds),
      async (_request, response) =>
        void response.json(await deskHolds(reads.board, (id) => access.nameOf(id))),
    ],
  });
}
