import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Manifest, manifestHead } from '../../server/http/manifest-head.ts';
import type { PageRenderer } from '../../server/http/page-renderer.ts';
import { pageRoutes } from '../../server/http/pages.ts';
import { openMemoryJournal } from '../../server/journal/memory-journal.ts';
import { openPast } from '../../server/live/past.ts';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import type { Contest } from '../../shared/election/contest.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { makeContest } from '../count/make.ts';
import { countedSalts } from '../journal/make-entry.ts';
import { ada, makeElection, makeNight, type Night } from '../night/make-night.ts';

const SHERIFF = makeContest({ id: 'sheriff' as ContestId, name: 'Sheriff' });

/** Nothing was kept: these pages are of the present. */
const NO_PAST = openPast(openMemoryJournal({ salt: countedSalts() }), new Map(), (error) => {
  throw error;
});

let night: Night;
let drawn: Boot[];
let server: Server;
let url: string;

beforeEach(() => serve([makeContest({ name: 'Mayor </script><script>alert(1)</script>' })]));

afterEach(() => void server.close());

async function serve(contests: readonly Contest[]): Promise<void> {
  night = makeNight(contests.length === 0 ? null : makeElection({ contests }));
  drawn = [];
  const app = express();
  app.use(
    pageRoutes({
      follower: { board: night.board, epoch: 'first-epoch', past: NO_PAST },
      renderer: fakeRenderer(),
      clock: { now: () => present(night.board.at, 'time') },
    }),
  );
  server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // `as`: a server that listens on a port has such an address.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function fakeRenderer(): PageRenderer {
  return {
    build: 'a-build',
    head: ({ page }) => `<link rel="stylesheet" href="/${page}.css">`,
    async render(boot) {
      drawn.push(boot);
      return { html: `<main>${boot.page}</main>`, title: `<${boot.page}>` };
    },
    files: (request, response, next) => {
      if (request.path === '/assets/main.js') response.type('js').send('//');
      else next();
    },
  };
}

async function get(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(url + path, { headers });
  return { status: response.status, headers: response.headers, text: await response.text() };
}

function bootIn(html: string): Boot {
  const json = /<script type="application\/json" id="boot">(.*)<\/script>/.exec(html)?.[1];
  return JSON.parse(present(json, 'boot'));
}

describe('a page', () => {
  it('has its first numbers in it, drawn and as data', async () => {
    night.report(ada, { votes: { ann: 10, bob: 5 }, unit: 'cobb/addison-01' });
    const { status, text } = await get('/contests/mayor');
    expect(status).toBe(200);
    expect(text).toContain('<div id="root"><main>watch</main></div>');
    const [contest] = bootIn(text).contests;
    expect(contest?.snapshot).toEqual({
      contest: 'mayor',
      position: { epoch: 'first-epoch', seq: night.state().seq },
      definitionVersion: 1,
      tally: night.tally(),
    });
    expect(contest?.definition.contest.id).toBe('mayor');
  });

  it('loads what it needs and says what it is', async () => {
    const { text } = await get('/screen/mayor');
    expect(text).toContain('<html lang="en" data-page="screen">');
    expect(text).toContain('<title>&lt;screen&gt;</title>');
    expect(text).toContain('<link rel="stylesheet" href="/screen.css">');
  });

  it('carries no script and no style of its own, whatever its contests are called', async () => {
    const { text } = await get('/contests/mayor');
    const scripts = [...text.matchAll(/<script[^>]*>/g)].map(([tag]) => tag);
    expect(scripts).toEqual(['<script type="application/json" id="boot">']);
    expect(text).not.toMatch(/<style|\sstyle=|\son\w+=/);
    expect(bootIn(text).contests[0]?.definition.contest.name).toContain('</script>');
  });

  it('is the one contest at the front, where there is one', async () => {
    expect(bootIn((await get('/')).text)).toMatchObject({ page: 'watch', contest: 'mayor' });
  });

  it.each([
    ['/', {}, 'en'],
    ['/', { 'accept-language': 'es-MX,es;q=0.9,en;q=0.5' }, 'es'],
    ['/', { 'accept-language': 'de' }, 'en'],
    ['/?lang=en', { 'accept-language': 'es' }, 'en'],
    ['/?lang=es', {}, 'es'],
    ['/?lang=xx', { 'accept-language': 'es' }, 'en'],
  ])('speaks the reader’s language: %s %o', async (path, headers, language) => {
    const page = await get(path, headers);
    expect(page.headers.get('content-language')).toBe(language);
    expect(page.headers.get('vary')).toContain('Accept-Language');
    expect(bootIn(page.text).language).toBe(language);
  });

  it.each(['/contests/nobody', '/contests/constructor', '/screen/nobody', '/no/such/page'])(
    'is a page of its own where there is nothing: %s',
    async (path) => {
      const page = await get(path);
      expect(page.status).toBe(404);
      expect(bootIn(page.text)).toMatchObject({ page: 'missing', contest: null, contests: [] });
    },
  );

  it('leaves the files to their own', async () => {
    expect((await get('/assets/main.js')).text).toBe('//');
  });
});

describe('a page that is asked for again', () => {
  it('is not sent where it would be the same, and not drawn twice', async () => {
    const first = await get('/contests/mayor');
    const again = await get('/contests/mayor', {
      'if-none-match': `${first.headers.get('etag')}`,
      // As a browser asks; without it Node would ask for a new one whatever there is.
      'cache-control': 'max-age=0',
    });
    expect(again.status).toBe(304);
    expect((await get('/contests/mayor')).text).toBe(first.text);
    expect(drawn).toHaveLength(1);
    expect(first.headers.get('cache-control')).toBe('public, no-cache');
  });

  it('is drawn anew when its numbers change, its language or its page', async () => {
    const tags = new Set([(await get('/contests/mayor')).headers.get('etag')]);
    tags.add((await get('/contests/mayor?lang=es')).headers.get('etag'));
    tags.add((await get('/screen/mayor')).headers.get('etag'));
    night.report(ada, { votes: { ann: 10 }, unit: 'cobb/addison-01' });
    tags.add((await get('/contests/mayor')).headers.get('etag'));
    expect(tags.size).toBe(4);
  });

  it('of the desk is kept by nobody else', async () => {
    expect((await get('/desk')).headers.get('cache-control')).toBe('private, no-cache');
  });
});

describe('the front page', () => {
  it('shows all contests where there is more than one', async () => {
    server.close();
    await serve([makeContest(), SHERIFF]);
    const boot = bootIn((await get('/')).text);
    expect(boot).toMatchObject({ page: 'front', contest: null });
    expect(boot.contests.map(({ snapshot }) => snapshot.contest)).toEqual(['mayor', 'sheriff']);
  });
});

describe('the rounds of a contest', () => {
  const sheriff = { contest: SHERIFF.id, name: 'Sheriff' };

  it('lead to each other where both are on this server', async () => {
    server.close();
    const mayor = makeContest({
      next: { contest: SHERIFF.id, name: 'Runoff', date: '2017-06-20' },
    });
    await serve([mayor, SHERIFF]);
    expect(bootIn((await get(`/contests/${mayor.id}`)).text).rounds).toEqual({
      before: null,
      after: sheriff,
    });
    expect(bootIn((await get('/contests/sheriff')).text).rounds).toEqual({
      before: { contest: mayor.id, name: mayor.name },
      after: null,
    });
  });

  it('lead nowhere where the other is not here, or there is none', async () => {
    server.close();
    const elsewhere = 'mayor-runoff' as ContestId;
    const mayor = makeContest({ next: { contest: elsewhere, name: 'Runoff', date: null } });
    await serve([mayor, SHERIFF]);
    expect(bootIn((await get(`/contests/${mayor.id}`)).text)).not.toHaveProperty('rounds');
    expect(bootIn((await get('/contests/sheriff')).text)).not.toHaveProperty('rounds');
  });
});

describe('the head of a page', () => {
  const manifest: Manifest = {
    'index.html': {
      file: 'assets/index.js',
      isEntry: true,
      imports: ['_live.js'],
      dynamicImports: [
        'screen/surface.tsx',
        'watch/page.tsx',
        'words/catalogue-en.ts',
        'words/catalogue-es.ts',
      ],
      css: ['assets/index.css'],
      assets: ['assets/sans.woff2', 'assets/photo.png'],
    },
    '_live.js': { file: 'assets/live.js', imports: ['_base.js'] },
    '_base.js': { file: 'assets/base.js' },
    'screen/surface.tsx': { file: 'assets/screen.js', css: ['assets/screen.css'] },
    'watch/page.tsx': { file: 'assets/watch.js', imports: ['_base.js', 'index.html'] },
    'words/catalogue-en.ts': { file: 'assets/en.js' },
    'words/catalogue-es.ts': { file: 'assets/es.js' },
  };

  it('asks at once for everything the page will need, each once', () => {
    expect(manifestHead(manifest, { page: 'watch', language: 'en' }).split('\n')).toEqual([
      '<link rel="stylesheet" href="/assets/index.css">',
      '<link rel="preload" href="/assets/sans.woff2" as="font" type="font/woff2" crossorigin>',
      '<script type="module" src="/assets/index.js"></script>',
      '<link rel="modulepreload" href="/assets/live.js">',
      '<link rel="modulepreload" href="/assets/watch.js">',
      '<link rel="modulepreload" href="/assets/en.js">',
      '<link rel="modulepreload" href="/assets/base.js">',
    ]);
  });

  it('asks for nothing of another page, nor for another language', () => {
    const head = manifestHead(manifest, { page: 'screen', language: 'es' });
    expect(head).toContain('/assets/screen.css');
    expect(head).not.toContain('watch.js');
    expect(head).toContain('/assets/es.js');
    expect(head).not.toContain('/assets/en.js');
  });

  it('says what to do where nothing was built', () => {
    expect(() => manifestHead({}, { page: 'watch', language: 'en' })).toThrow('npm run build');
  });
});
