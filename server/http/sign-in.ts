import type { Request, RequestHandler, Response, Router } from 'express';
import { SESSION_HOLDS_MS } from '../access/secrets.ts';
import { readCookie, sessionCookieName } from './caller.ts';
import { type HttpContext, isSecure } from './context.ts';
import { endpoint } from './endpoint.ts';
import { failure, sendFailure } from './failure.ts';
import { queryText } from './query.ts';
import { formBody } from './read-body.ts';
import { isSameOrigin } from './same-origin.ts';
import { signInLimits } from './sign-in-limits.ts';
import { SIGN_IN_STYLE, type SignInState, signInPage } from './sign-in-page.ts';
import { type SentSignIn, trySignIn } from './try-sign-in.ts';

const STATUS = { ask: 200, none: 200, wrong: 401, spent: 410, tooMany: 429, busy: 503 } as const;
const BUSY_SECONDS = 5;
const FORM_LIMIT = 10 * 1024;
/** One more than a name may have: nobody has a longer one, nor is it worth remembering. */
const LONGEST_NAME = 81;

/** `/sign-in`: the page of a one-time link or a password, and the button that uses it; `/sign-out`. */
export function addSignIn(router: Router, context: HttpContext): void {
  const readForm = formBody(FORM_LIMIT);
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
    post: [fromOurPages(context), ...readForm, answerSignIn(context)],
  });
  endpoint(router, '/sign-out', {
    post: [fromOurPages(context), ...readForm, answerSignOut(context)],
  });
}

/** Nobody is signed in or out by a page from elsewhere. */
function fromOurPages({ publicUrl }: HttpContext): RequestHandler {
  return (request, response, next) => {
    if (isSameOrigin(request.headers, publicUrl)) return next();
    sendFailure(response, failure(403, 'other-origin', 'A page from elsewhere may not do this.'));
  };
}

function answerSignIn(context: HttpContext): RequestHandler {
  const limits = signInLimits(context.access, context.clock.elapsedMs);
  return async (request, response) => {
    const visit = { from: request.ip ?? '', instead: sessionIn(context, request) };
    const tried = await trySignIn(context.access, limits, sentIn(request), visit);
    if ('refused' in tried) return sendPage(response, tried.refused);
    setSession(response, context, tried.session);
    response.redirect(303, '/desk');
  };
}

/** `everywhere`, whatever it says: every session of the same person ends. */
function answerSignOut(context: HttpContext): RequestHandler {
  const { access } = context;
  return async (request, response) => {
    const session = sessionIn(context, request);
    const everywhere = 'everywhere' in formOf(request);
    if (session !== null)
      await (everywhere ? access.signOutEverywhere : access.signOut)(session, request.ip ?? null);
    response.clearCookie(sessionCookieName(isSecure(context)), cookieOptions(context));
    response.redirect(303, '/desk');
  };
}

function formOf({ body }: Request): Readonly<Record<string, unknown>> {
  return Object(body);
}

function sentIn(request: Request): SentSignIn {
  const form = formOf(request);
  const field = (name: string) => {
    const value = form[name];
    return typeof value === 'string' ? value : '';
  };
  return 'name' in form
    ? { name: field('name').trim().slice(0, LONGEST_NAME), password: field('password') }
    : { code: field('code') };
}

function sessionIn(context: HttpContext, request: Request): string | null {
  return readCookie(request.headers.cookie, sessionCookieName(isSecure(context)));
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
  if (state.kind === 'tooMany') response.set('Retry-After', String(state.seconds));
  if (state.kind === 'busy') response.set('Retry-After', String(BUSY_SECONDS));
  response.type('html').send(signInPage(state, language));
}
