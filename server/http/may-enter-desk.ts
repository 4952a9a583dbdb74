import type { IncomingHttpHeaders } from 'node:http';
import { includesRole, READ_ROLES } from '../access/permissions.ts';
import { callerOf } from './caller.ts';
import { type HttpContext, isSecure } from './context.ts';
import { isSameOrigin } from './same-origin.ts';

/**
 * Whether a socket may be told of holds: its caller may read them, and a browser opened it from one of
 * our own pages. A request of the same origin that only reads carries no origin at all.
 */
export async function mayEnterDesk(
  context: Pick<HttpContext, 'access' | 'publicUrl'>,
  headers: IncomingHttpHeaders,
): Promise<boolean> {
  const caller = await callerOf(context.access, headers, isSecure(context));
  if (caller === null || !includesRole(caller.account.role, READ_ROLES.holds)) return false;
  const silent = headers.origin === undefined && headers['sec-fetch-site'] === undefined;
  return silent || caller.by === 'token' || isSameOrigin(headers, context.publicUrl);
}
