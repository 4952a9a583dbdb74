import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Manifest, manifestHead } from '../../server/http/manifest-head.ts';
import { present } from '../../shared/basics/assert.ts';

const root = resolve(import.meta.dirname, '../..');

/** In bytes after gzip. React alone is 67,500 of them, Socket.IO 12,700. */
const AT_MOST = 126_000;

let chunks: readonly Rolldown.OutputChunk[];
let manifest: Manifest;

beforeAll(async () => {
  vi.stubEnv('NODE_ENV', 'production');
  const config = join(root, 'vite.config.ts');
  const built = await build({ configFile: config, logLevel: 'error', build: { write: false } });
  // `as`: one output, since nothing is watched and there is one environment.
  const { output } = built as Rolldown.RolldownOutput;
  chunks = output.filter((file) => file.type === 'chunk');
  const text = output.find(({ fileName }) => fileName.endsWith('manifest.json'));
  manifest = JSON.parse(String(text?.type === 'asset' ? text.source : '')) as Manifest;
});

afterAll(() => vi.unstubAllEnvs());

/** Every script that a page's head asks for: what must be there before the first live number. */
function scriptsOf(
  page: 'watch' | 'front',
  language: 'en' | 'es',
): readonly Rolldown.OutputChunk[] {
  const head = manifestHead(manifest, { page, language });
  const files = [...head.matchAll(/(?:src|href)="\/(\S+\.js)"/g)].map(([, file]) => file);
  return files.map((file) =>
    present(
      chunks.find(({ fileName }) => fileName === file),
      `a chunk ${file}`,
    ),
  );
}

function modulesOf(scripts: readonly Rolldown.OutputChunk[]): readonly string[] {
  return scripts.flatMap(({ moduleIds }) => moduleIds);
}

describe('the script of a reader’s page', () => {
  it.each(['en', 'es'] as const)('stays as small as it is, in %s', (language) => {
    const sizes = scriptsOf('watch', language).map(({ code }) => gzipSync(code).length);
    const bytes = sizes.reduce((sum, size) => sum + size, 0);
    console.info(`script of a contest's page in ${language}: ${bytes} bytes after gzip`);
    expect(bytes).toBeLessThan(AT_MOST);
  });

  it('speaks one language', () => {
    const words = modulesOf(scriptsOf('watch', 'es')).filter((id) =>
      /words\/(en|es)\.ts$/.test(id),
    );
    expect(words.map((id) => id.slice(root.length)).sort()).toEqual([
      '/client/words/es.ts',
      '/shared/results/words/es.ts',
    ]);
  });

  it('knows nothing of the night, of the desk, or of reading what people send', () => {
    const modules = modulesOf(scriptsOf('watch', 'en'));
    expect(modules.filter((id) => /shared\/night|client\/desk|\/zod\//.test(id))).toEqual([]);
  });
});
