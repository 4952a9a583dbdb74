import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import express, { type RequestHandler, Router } from 'express';
import type { Boot, RenderedPage } from '../../shared/wire/boot.ts';
import { type Manifest, manifestHead } from './manifest-head.ts';
import type { PageRenderer } from './page-renderer.ts';

/**
 * Pages as they were built: drawn by the client's own bundle for the server, its files named by their
 * content and so never changing.
 *
 * @param directory where the build is, such as `dist`
 */
export async function builtPages(directory: string): Promise<PageRenderer> {
  const client = join(directory, 'client');
  const manifest = readFileSync(join(client, '.vite/manifest.json'), 'utf8');
  const bundle = join(directory, 'ssr/ssr.js');
  // `as`: client/ssr.tsx, which this cannot import, exports it so.
  const { render } = (await import(pathToFileURL(bundle).href)) as {
    render: (boot: Boot) => RenderedPage;
  };
  // `as`: Vite's own file, in the form its documentation gives.
  const chunks = JSON.parse(manifest) as Manifest;
  return {
    build: createHash('sha256').update(manifest).update(readFileSync(bundle)).digest('base64url'),
    head: (boot) => manifestHead(chunks, boot),
    render: async (boot) => render(boot),
    files: clientFiles(client),
  };
}

function clientFiles(client: string): RequestHandler {
  const router = Router();
  const assets = join(client, 'assets');
  router.use('/assets', express.static(assets, { immutable: true, maxAge: '365d', index: false }));
  // The build's own page is a shell without numbers, which nobody should find.
  router.use('/index.html', (_request, _response, next) => next('router'));
  router.use(express.static(client, { index: false, maxAge: '1h' }));
  return router;
}
