import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';

const root = resolve(import.meta.dirname, '../..');
const THREADS = ['sqlite-writer-thread', 'sqlite-reader-thread'];

export interface BuiltProcess {
  readonly file: URL;
  remove(): void;
}

/**
 * A process's file as JavaScript, in a folder that any account may read: it starts in a fifth of a
 * second, where reading the sources takes one or two. For tests that start a hundred.
 */
export async function buildProcess(source: URL): Promise<BuiltProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'fiftyline-process-'));
  chmodSync(folder, 0o755);
  const outDir = join(folder, 'built');
  mkdirSync(outDir);
  const name = basename(fileURLToPath(source), '.ts');
  const threads = THREADS.map((thread) => [thread, join(root, 'server/journal', `${thread}.ts`)]);
  await build({
    configFile: false,
    root,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir,
      emptyOutDir: false,
      rolldownOptions: {
        input: Object.fromEntries([[name, fileURLToPath(source)], ...threads]),
        // Side by side, as the threads are found.
        output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
      },
    },
  });
  writeFileSync(join(outDir, 'package.json'), '{ "type": "module" }');
  symlinkSync(join(root, 'node_modules'), join(outDir, 'node_modules'));
  return {
    file: pathToFileURL(join(outDir, `${name}.js`)),
    remove: () => rmSync(folder, { recursive: true }),
  };
}
