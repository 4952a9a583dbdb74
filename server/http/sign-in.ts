import express, { type Request, type Response, type Router } from 'express';
import { SESSION_HOLDS_MS } from '../access/secrets.ts';
import { countAttempts } from './attempts.ts';
import { readCookie, sessionCookieName } from './caller.ts';
import { type HttpContext, isSecure } from './context.ts';
import { endpoint } from './endpoint.ts';
import { failure, sendFailure } from './failure.ts';
import { queryText } from './query.ts';
import { isSameOrigin } from './same-origin.ts';
import { SIGN_IN_STYLE, type SignInState, signInPage } from './sign-in-page.ts';

const ATTEMPTS_A_MINUTE = 20;
const STATUS = { ask: 200, spent: 410, none: 200, tooMany: 429 } as const;

/** `/sign-in`: the page of a one-time link, and the button that uses it; `/sign-out`. */
export function addSignIn(router: Router, context: HttpContext): void {
  const attempts = countAttempts(ATTEMPTS_A_MINUTE, context.clock.elapsedMs);

  endpoint(router, '/sign-in.css', {
    get: [(_request, response) => void response.type('css').send(SIGN_IN_STYLE)],
  });
  endpoint(router, '/sign-in', {
    get: [
      (request, response) => {
        const code = queryText(request, 'code');
        sendPage(response, code === null ? { kind: 'none' } : { kind: 'ask', code });
      },
    ],
    post: [
      express.urlencoded({ extended: false, limit: '10kb' }),
      async (request, response) => {
        if (!isSameOrigin(request.headers, context.publicUrl)) return refuseOrigin(response);
        if (attempts.isTooMany(request.ip ?? '')) return sendPage(response, { kind: 'tooMany' });
        const session = await context.access.signIn(codeIn(request));
        if (session !== null) setSession(response, context, session.secret);
        // A second press of the button finds the link used and its own session begun.
        else if (!(await hasSession(context, request)))
          return sendPage(response, { kind: 'spent' });
        response.redirect(303, '/desk');
      },
    ],
  });
  endpoint(router, '/sign-out', {
    post: [
      async (request, response) => {
        if (!isSameOrigin(request.headers, context.publicUrl)) return refuseOrigin(response);
        const session = sessionIn(context, request);
        if (session !== null) await context.access.signOut(session);
        response.clearCookie(sessionCookieName(isSecure(context)), cookieOptions(context));
        response.redirect(303, '/desk');
      },
    ],
  });
}

function codeIn({ body }: Request): string {
  const { code } = Object(body) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}

function sessionIn(context: HttpContext, request: Request): string | null {
  return readCookie(request.headers.cookie, sessionCookieName(isSecure(context)));
}

async function hasSession(context: HttpContext, request: Request): Promise<boolean> {
  const session = sessionIn(context, request);
  return session !== null && (await context.access.bySession(session)) !== null;
}

/** Kept over a restart of the browser: nobody is to look for a new link in mid-night. */
function setSession(response: Response, context: HttpContext, secret: string): void {
  const options = { ...cookieOptions(context), maxAge: SESSION_HOLDS_MS };
  response.cookie(sessionCookieName(isSecure(context)), secret, options);
}

function cookieOptions(context: HttpContext) {
  return { httpOnly: true, sameSite: 'strict', secure: isSecure(context), path: '/' } as const;
}

function sendPage(response: Response, state: SignInState): void {
  const language = response.req.acceptsLanguages('en', 'es') === 'es' ? 'es' : 'en';
  response.set('Cache-Control', 'no-store').status(STATUS[state.kind]);
  response.type('html').send(signInPage(state, language));
}

function refuseOrigin(response: Response): void {
  sendFailure(response, failure(403, 'other-origin', 'A page from elsewhere may not do this.'));
}
