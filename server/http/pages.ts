import { createHash } from 'node:crypto';
import { type RequestHandler, Router } from 'express';
import type { Boot } from '../../shared/wire/boot.ts';
import type { Clock } from '../clock.ts';
import { keepFew } from '../kept-few.ts';
import type { Follower } from '../live/follower.ts';
import { contestsOfPage, type PagePlace, pageBoot, pagePlace } from './page-boot.ts';
import { drawPage } from './page-html.ts';
import type { PageRenderer } from './page-renderer.ts';
import { pageContest, pageLanguage, setPageHeaders } from './page-request.ts';
import { pastPages } from './past-pages.ts';

export interface PageParts {
  readonly follower: Pick<Follower, 'board' | 'epoch' | 'past'>;
  readonly renderer: PageRenderer;
  readonly clock: Pick<Clock, 'now'>;
}

/** Pages drawn and kept: a thousand readers of the same numbers cost one drawing. */
const MOST_KEPT = 50;

/** The pages, with their first numbers in them, and the files they load. A path that is no page is one too. */
export function pageRoutes({ follower, renderer, clock }: PageParts): RequestHandler {
  const router = Router({ caseSensitive: true });
  const drawn = keepFew<string>(MOST_KEPT);

  const past = pastPages({ follower, renderer });

  router.get('/', past, answer('front'));
  router.get('/contests/:id', past, answer('watch'));
  router.get('/screen/:id', answer('screen'));
  router.get('/desk', answer('desk'));
  router.use(renderer.files);
  router.get('/{*path}', answer('missing'));
  return router;

  function answer(page: Boot['page']): RequestHandler {
    return async (request, response) => {
      const place = pagePlace(follower.board, page, pageContest(request));
      const language = pageLanguage(request);
      const key = pageKey(place, language);
      response.status(place.page === 'missing' ? 404 : 200);
      setPageHeaders(response, { ...place, language }).set('ETag', `W/"${key}"`);
      if (request.fresh) response.status(304).end();
      else response.type('html').send(await drawn(key, () => draw(place, language)));
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

  function draw(place: PagePlace, language: Boot['language']): Promise<string> {
    const { board, epoch } = follower;
    const boot = pageBoot(board, place, { language, at: clock.now(), epoch });
    return drawPage(renderer, boot);
  }
}
