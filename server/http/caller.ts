import type { IncomingHttpHeaders } from 'node:http';
import type { Access } from '../access/access.ts';
import type { Account } from '../access/account.ts';

/** Who sends a request, and by what they are known. */
export interface Caller {
  readonly account: Account;
  readonly by: 'session' | 'token';
}

/** On https the prefix binds the cookie to this very host. */
export function sessionCookieName(secure: boolean): string {
  return secure ? '__Host-fiftyline' : 'fiftyline';
}

/**
 * Knows a caller by a bearer token or else by the session cookie. A token that does not hold makes the
 * caller nobody, whatever the cookie says. Sockets sign in by the same headers.
 */
export async function callerOf(
  access: Access,
  headers: IncomingHttpHeaders,
  secure: boolean,
): Promise<Caller | null> {
  if (headers.authorization !== undefined) {
    const token = /^Bearer +(\S+)$/i.exec(headers.authorization)?.[1];
    const account = token === undefined ? null : await access.byToken(token);
    return account && { account, by: 'token' };
  }
  const session = readCookie(headers.cookie, sessionCookieName(secure));
  const account = session === null ? null : await access.bySession(session);
  return account && { account, by: 'session' };
}

/** The value of one cookie; null where it is not there. */
export function readCookie(header: string | undefined, name: string): string | null {
  for (const pair of (header ?? '').split(';')) {
    const [key = '', value = ''] = pair.trim().split('=', 2);
    if (key === name && value !== '') return value;
  }
  return null;
}
