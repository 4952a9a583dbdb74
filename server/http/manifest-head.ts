import type { Boot } from '../../shared/wire/boot.ts';

/** What Vite writes about its build, by source: https://vite.dev/guide/backend-integration. */
export type Manifest = Readonly<Record<string, ManifestChunk>>;

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  /** Chunks that must be there before this one runs, by source. */
  readonly imports?: readonly string[];
  /** Chunks that this one may ask for, by source. */
  readonly dynamicImports?: readonly string[];
}

/** The folder of the client whose chunk draws a page. */
const SURFACES: Readonly<Record<Boot['page'], string>> = {
  front: 'watch/',
  watch: 'watch/',
  missing: 'watch/',
  screen: 'screen/',
  desk: 'desk/',
};

/**
 * The head's elements for a page: its styles, the fonts, the build's one entry, and everything that
 * this will ask for to draw the page in its language, so that nothing waits for another's answer.
 */
export function manifestHead(
  manifest: Manifest,
  { page, language }: Pick<Boot, 'page' | 'language'>,
): string {
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry);
  if (entry === undefined) throw new Error('The build has no entry; run `npm run build`.');
  const wanted = [SURFACES[page], `words/catalogue-${language}`];
  const asked = (entry.dynamicImports ?? []).filter((source) =>
    wanted.some((start) => source.startsWith(start)),
  );
  // What the page's chunk imports may be in the entry, which is there already.
  const needed = chunksOf(manifest, [...(entry.imports ?? []), ...asked]).filter(
    (chunk) => chunk !== entry,
  );
  const fonts = filesOf([entry, ...needed], 'assets').filter((file) => file.endsWith('.woff2'));
  const styles = filesOf([entry, ...needed], 'css');
  return [
    ...styles.map((file) => `<link rel="stylesheet" href="/${file}">`),
    ...fonts.map(
      (file) => `<link rel="preload" href="/${file}" as="font" type="font/woff2" crossorigin>`,
    ),
    `<script type="module" src="/${entry.file}"></script>`,
    ...needed.map(({ file }) => `<link rel="modulepreload" href="/${file}">`),
  ].join('\n');
}

/** These chunks and all that they import, each once. */
function chunksOf(manifest: Manifest, sources: readonly string[]): readonly ManifestChunk[] {
  const found = new Map<string, ManifestChunk>();
  const waiting = [...sources];
  for (const source of waiting) {
    const chunk = manifest[source];
    if (chunk === undefined || found.has(source)) continue;
    found.set(source, chunk);
    waiting.push(...(chunk.imports ?? []));
  }
  return [...found.values()];
}

function filesOf(chunks: readonly ManifestChunk[], kind: 'css' | 'assets'): readonly string[] {
  return [...new Set(chunks.flatMap((chunk) => chunk[kind] ?? []))];
}
