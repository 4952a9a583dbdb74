import { type RequestHandler, Router } from 'express';
import type { Boot, RenderedPage } from '../../shared/wire/boot.ts';
import type { PageRenderer } from './page-renderer.ts';

/** Pages drawn from the sources as they are at this moment, with Vite's own reloading. */
export interface DevPages extends PageRenderer {
  close(): Promise<void>;
}

/** Apart from every page's address: a page is at /screen/:id, and a module of its source at /screen/screen.css. */
const BASE = '/@source/';

/** React's refresh must be there before any component; the same lines that Vite puts into a page of its own. */
const PREAMBLE = `import { injectIntoGlobalHook } from '${BASE}@react-refresh';
injectIntoGlobalHook(window);
window.$RefreshReg$ = () => {};
window.$RefreshSig$ = () => (type) => type;
`;
const PREAMBLE_PATH = '/@fiftyline/refresh.js';

/** For `npm run dev` alone: Vite is not there where only the product is installed. */
export async function devPages(): Promise<DevPages> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    appType: 'custom',
    base: BASE,
    server: { middlewareMode: true },
  });
  const head = [PREAMBLE_PATH, `${BASE}@vite/client`, `${BASE}main.tsx`]
    .map((path) => `<script type="module" src="${path}"></script>`)
    .join('\n');
  let drawings = 0;
  return {
    // Another one each time: what is drawn now may be drawn by other code than a moment ago.
    get build() {
      drawings += 1;
      return `dev ${drawings}`;
    },
    head: () => head,
    async render(boot) {
      // `as`: client/ssr.tsx, which this cannot import, exports it so.
      const { render } = (await vite.ssrLoadModule('/ssr.tsx')) as {
        render: (boot: Boot) => RenderedPage;
      };
      return render(boot);
    },
    files: devFiles(vite.middlewares),
    close: () => vite.close(),
  };
}

function devFiles(middlewares: RequestHandler): RequestHandler {
  const router = Router();
  router.get(PREAMBLE_PATH, (_request, response) => void response.type('js').send(PREAMBLE));
  // What the built pages have at the root is there too.
  router.get('/favicon.svg', (_request, response) => response.redirect(`${BASE}favicon.svg`));
  router.use(middlewares);
  return router;
}
