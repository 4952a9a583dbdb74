import type { IncomingHttpHeaders } from 'node:http';
import { includesRole, READ_ROLES } from '../access/permissions.ts';
import type { DeskVisitor } from '../live/desk-namespace.ts';
import { callerOf } from './caller.ts';
import { type HttpContext, isSecure } from './context.ts';
import { isSameOrigin } from './same-origin.ts';

/**
 * Who may open the desk's socket: somebody who is signed in, whose browser opened it from one of our
 * own pages; null for anyone else. A request of the same origin that only reads carries no origin at
 * all.
 */
export async function deskVisitor(
  context: Pick<HttpContext, 'access' | 'publicUrl'>,
  headers: IncomingHttpHeaders,
): Promise<DeskVisitor | null> {
  const caller = await callerOf(context.access, headers, isSecure(context));
  if (caller === null) return null;
  const silent = headers.origin === undefined && headers['sec-fetch-site'] === undefined;
  const isOurs = silent || caller.by === 'token' || isSameOrigin(headers, context.publicUrl);
  if (!isOurs) return null;
  const { id, role } = caller.account;
  return { id, readsHolds: includesRole(role, READ_ROLES.holds) };
}
