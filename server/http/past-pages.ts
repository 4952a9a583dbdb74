import { createHash } from 'node:crypto';
import type { Request, RequestHandler, Response } from 'express';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { ContestState } from '../../shared/night/board.ts';
import type { Boot, BootPast } from '../../shared/wire/boot.ts';
import { keepFew } from '../kept-few.ts';
import type { Follower } from '../live/follower.ts';
import { type AskedMoment, askedMoment } from './asked-moment.ts';
import type { Failure } from './failure.ts';
import { pagePlace } from './page-boot.ts';
import { drawPage } from './page-html.ts';
import type { PageRenderer } from './page-renderer.ts';
import { pageContest, pageLanguage, setPageHeaders } from './page-request.ts';

export interface PastPageParts {
  readonly follower: Pick<Follower, 'board' | 'epoch' | 'past'>;
  readonly renderer: PageRenderer;
}

/** Of the page of one contest at one of its changes. */
interface PastPlace {
  readonly contest: ContestId;
  readonly seq: number;
  readonly language: Boot['language'];
  readonly past: BootPast;
}

const MOST_KEPT = 50;

/**
 * A contest's page with `?at=` or `?seq=`: as it was, once and for all. Without them, and where there
 * is no such contest, the next handler answers. A time that has not come yet leads to the present.
 */
export function pastPages({ follower, renderer }: PastPageParts): RequestHandler {
  const drawn = keepFew<string>(MOST_KEPT);

  return async (request, response, next) => {
    const state = contestOf(request);
    if (state === undefined) return next();
    const asked = askedMoment(request, state, follower);
    if (!asked.ok) return sendMissing(request, response, state, asked.reason);
    if (asked.value === null) return next();
    if (asked.value.lasts === 'open') return toPresent(request, response, state);
    await sendPast(request, response, placeOf(state, asked.value, pageLanguage(request)));
  };

  function contestOf(request: Request): ContestState | undefined {
    const id = pageContest(request);
    const { board } = follower;
    const { contest } = pagePlace(board, id === null ? 'front' : 'watch', id);
    return contest === null ? undefined : board.contests.get(contest);
  }

  function placeOf(
    { contest: { id } }: ContestState,
    { step: { seq, nightAt }, at }: AskedMoment,
    language: Boot['language'],
  ): PastPlace {
    const { before, after } = follower.past.around(id, seq);
    const past = { nightAt: at ?? nightAt, before: pastStep(before), after: pastStep(after) };
    return { contest: id, seq, language, past };
  }

  async function sendPast(request: Request, response: Response, place: PastPlace): Promise<void> {
    const text = JSON.stringify([renderer.build, follower.epoch, place]);
    const key = createHash('sha256').update(text).digest('base64url').slice(0, 27);
    setPageHeaders(response, { page: 'watch', language: place.language });
    response.set('X-Robots-Tag', 'noindex').set('ETag', `W/"${key}"`);
    if (request.fresh) response.status(304).end();
    else response.type('html').send(await drawn(key, () => draw(place)));
  }

  async function draw({ contest, seq, language, past }: PastPlace): Promise<string> {
    const { epoch } = follower;
    const { definition, tally, at } = await follower.past.published(contest, seq);
    const position = { epoch, seq };
    const snapshot = { contest, position, definitionVersion: definition.version, tally };
    const contests = [{ definition, snapshot }];
    return drawPage(renderer, { page: 'watch', language, at, contest, contests, past });
  }

  async function sendMissing(
    request: Request,
    response: Response,
    { at }: ContestState,
    { status }: Failure,
  ): Promise<void> {
    const language = pageLanguage(request);
    const boot: Boot = { page: 'missing', language, at, contest: null, contests: [] };
    setPageHeaders(response.status(status), boot).set('Cache-Control', 'no-store');
    response.type('html').send(await drawPage(renderer, boot));
  }
}

function toPresent(request: Request, response: Response, { contest }: ContestState): void {
  const language = request.query.lang === undefined ? '' : `?lang=${pageLanguage(request)}`;
  response.set('Cache-Control', 'no-store');
  response.redirect(302, `/contests/${encodeURIComponent(contest.id)}${language}`);
}

function pastStep(step: { seq: number; nightAt: BootPast['nightAt'] } | null) {
  return step === null ? null : { seq: step.seq, nightAt: step.nightAt };
}
