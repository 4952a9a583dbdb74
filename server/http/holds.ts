import type { Router } from 'express';
import type { Board, Hold } from '../../shared/night/board.ts';
import type { Access } from '../access/access.ts';
import { READ_ROLES } from '../access/permissions.ts';
import type { HttpContext } from './context.ts';
import { endpoint } from './endpoint.ts';
import { requireRole } from './guard.ts';

/** `GET /holds`: what waits for a person, oldest first, with who keyed it and what it would replace. */
export function addHolds(router: Router, context: HttpContext): void {
  endpoint(router, '/holds', {
    get: [
      requireRole(context, READ_ROLES.holds),
      async (_request, response) => {
        const { board } = context.reads;
        const pending = [...board.holds.values()].filter(({ state }) => state === 'pending');
        const holds = await Promise.all(pending.map((hold) => shown(board, context.access, hold)));
        response.json({ seq: board.seq, holds });
      },
    ],
  });
}

async function shown(board: Board, access: Access, hold: Hold) {
  const { holdId, contest, seq, at, nightAt, checks, reports, removed, replaces } = hold;
  const unit = reports[0]?.unit;
  const cells = unit === undefined ? undefined : board.contests.get(contest)?.cells.get(unit);
  const name = (await access.byId(hold.by))?.name ?? null;
  return {
    holdId,
    contest,
    unit,
    seq,
    at,
    nightAt,
    by: { id: hold.by, name },
    checks,
    reports: reports.map(({ fingerprint: _fingerprint, ...report }) => report),
    removed,
    replaces,
    /** What the unit has now, by method. */
    before: Object.fromEntries(cells ?? []),
  };
}
