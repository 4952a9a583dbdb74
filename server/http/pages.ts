import { createHash } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import type { Boot } from '../../shared/wire/boot.ts';
import type { Clock } from '../clock.ts';
import type { Follower } from '../live/follower.ts';
import { contestsOfPage, type PagePlace, pageBoot, pagePlace } from './page-boot.ts';
import { pageHtml } from './page-html.ts';
import type { PageRenderer } from './page-renderer.ts';
import { queryText } from './query.ts';

export interface PageParts {
  readonly follower: Pick<Follower, 'board' | 'epoch'>;
  readonly renderer: PageRenderer;
  readonly clock: Pick<Clock, 'now'>;
}

/** Pages drawn and kept: a thousand readers of the same numbers cost one drawing. */
const MOST_KEPT = 50;

/** The pages, with their first numbers in them, and the files they load. A path that is no page is one too. */
export function pageRoutes({ follower, renderer, clock }: PageParts): RequestHandler {
  const router = Router({ caseSensitive: true });
  const drawn = new Map<string, Promise<string>>();

  router.get('/', answer('front'));
  router.get('/contests/:id', answer('watch'));
  router.get('/screen/:id', answer('screen'));
  router.get('/desk', answer('desk'));
  router.use(renderer.files);
  router.get('/{*path}', answer('missing'));
  return router;

  function answer(page: Boot['page']): RequestHandler {
    return async (request, response) => {
      const place = pagePlace(follower.board, page, idOf(request));
      const language = languageOf(request);
      const key = pageKey(place, language);
      response.status(place.page === 'missing' ? 404 : 200);
      setHeaders(response, place, language).set('ETag', `W/"${key}"`);
      if (request.fresh) response.status(304).end();
      else response.type('html').send(await draw(key, place, language));
    };
  }

  /** Changes with what is drawn, by what draws it, and with nothing else. */
  function pageKey(place: PagePlace, language: Boot['language']): string {
    const shown = contestsOfPage(follower.board, place).map((state) => [
      state.contest.id,
      state.seq,
      state.definitionVersion,
    ]);
    const text = JSON.stringify([renderer.build, place, language, follower.epoch, shown]);
    return createHash('sha256').update(text).digest('base64url').slice(0, 27);
  }

  function draw(key: string, place: PagePlace, language: Boot['language']): Promise<string> {
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const { board, epoch } = follower;
    const boot = pageBoot(board, place, { language, at: clock.now(), epoch });
    const html = renderer.render(boot).then((page) => pageHtml(boot, page, renderer.head(boot)));
    drawn.set(key, html);
    // A page that could not be drawn is tried again for the next reader.
    html.catch(() => drawn.delete(key));
    const [oldest] = drawn.keys();
    if (drawn.size > MOST_KEPT && oldest !== undefined) drawn.delete(oldest);
    return html;
  }
}

function idOf({ params }: Request): string | null {
  return typeof params.id === 'string' ? params.id : null;
}

/** By `?lang=`, then by what the browser asks for, then English. */
function languageOf(request: Request): Boot['language'] {
  const asked = queryText(request, 'lang') ?? request.acceptsLanguages('en', 'es');
  return asked === 'es' ? 'es' : 'en';
}

function setHeaders(response: Response, { page }: PagePlace, language: string): Response {
  return response
    .set('Content-Language', language)
    .vary('Accept-Language')
    .set('Cache-Control', page === 'desk' ? 'private, no-cache' : 'public, no-cache');
}
