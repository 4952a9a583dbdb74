import { hydrateRoot } from 'react-dom/client';
import './design/design.css';
import './screen/screen.css';
import './watch/page-header.css';
import './watch/past-bar.css';
import './watch/watch.css';
import './watch/sections.css';
import './watch/front-page.css';
import { present } from '../shared/basics/assert.ts';
import type { Boot } from '../shared/wire/boot.ts';
import { openLive } from './live/open-live.ts';
import { createLiveStore } from './live/store.ts';
import { LiveProvider } from './live/use-live.tsx';
import { loadPage } from './load-page.ts';
import { loadWords } from './load-words.ts';

async function start(): Promise<void> {
  const text = present(document.getElementById('boot')?.textContent, 'boot data in the page');
  // Our own server's, written from this very type.
  const boot = JSON.parse(text) as Boot;
  const [Page] = await Promise.all([loadPage(boot.page), loadWords(boot.language)]);
  const store = createLiveStore(boot);
  hydrateRoot(
    present(document.getElementById('root'), 'root in the page'),
    <LiveProvider store={store}>
      <Page boot={boot} />
    </LiveProvider>,
  );
  // A page of the past stands still: nothing that comes may move it.
  if (boot.past === undefined) openLive(store, boot);
}

// Not awaited at the top: chunks that import this one would wait for it, and it for them.
start().catch(reportError);
