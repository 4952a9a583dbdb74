import { renderToString } from 'react-dom/server';
import type { Boot, RenderedPage } from '../shared/wire/boot.ts';
import { createLiveStore } from './live/store.ts';
import { LiveProvider } from './live/use-live.tsx';
import { bootTitle } from './watch/boot-title.ts';
import { ReadingPage } from './watch/reading-page.tsx';

/** A page as its script will draw it first, from the same data: what the server sends. */
export function render(boot: Boot): RenderedPage {
  const html = renderToString(
    <LiveProvider store={createLiveStore(boot)}>
      <ReadingPage boot={boot} />
    </LiveProvider>,
  );
  return { html, title: bootTitle(boot) };
}
