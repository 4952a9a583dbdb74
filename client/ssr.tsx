import { renderToString } from 'react-dom/server';
import type { Boot, RenderedPage } from '../shared/wire/boot.ts';
import { createLiveStore } from './live/store.ts';
import { LiveProvider } from './live/use-live.tsx';
import { pageOf } from './page-of.tsx';
import { bootTitle } from './watch/boot-title.ts';
import { learnAll } from './words/learn-all.ts';

learnAll();

/** A page as its script will draw it first, from the same data: what the server sends. */
export function render(boot: Boot): RenderedPage {
  const Page = pageOf(boot.page);
  const html = renderToString(
    <LiveProvider store={createLiveStore(boot)}>
      <Page boot={boot} />
    </LiveProvider>,
  );
  return { html, title: bootTitle(boot) };
}
