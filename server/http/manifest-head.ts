/** What Vite writes about its build, by source: https://vite.dev/guide/backend-integration. */
export type Manifest = Readonly<Record<string, ManifestChunk>>;

interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly css?: readonly string[];
  readonly assets?: readonly string[];
  /** Chunks that must be there before this one runs, by source. */
  readonly imports?: readonly string[];
}

/** The head's elements for the build's one entry: fonts and scripts that are needed first, styles, the script. */
export function manifestHead(manifest: Manifest): string {
  const entry = Object.values(manifest).find((chunk) => chunk.isEntry);
  if (entry === undefined) throw new Error('The build has no entry; run `npm run build`.');
  const chunks = [entry, ...importsOf(manifest, entry)];
  const fonts = unique(chunks.flatMap((chunk) => chunk.assets ?? [])).filter(isFont);
  const styles = unique(chunks.flatMap((chunk) => chunk.css ?? []));
  const scripts = unique(chunks.slice(1).map((chunk) => chunk.file));
  return [
    ...styles.map((file) => `<link rel="stylesheet" href="/${file}">`),
    ...fonts.map(
      (file) => `<link rel="preload" href="/${file}" as="font" type="font/woff2" crossorigin>`,
    ),
    `<script type="module" src="/${entry.file}"></script>`,
    ...scripts.map((file) => `<link rel="modulepreload" href="/${file}">`),
  ].join('\n');
}

function importsOf(
  manifest: Manifest,
  chunk: ManifestChunk,
  seen = new Set<string>(),
): ManifestChunk[] {
  return (chunk.imports ?? []).flatMap((source) => {
    const imported = manifest[source];
    if (imported === undefined || seen.has(source)) return [];
    seen.add(source);
    return [imported, ...importsOf(manifest, imported, seen)];
  });
}

function isFont(file: string): boolean {
  return file.endsWith('.woff2');
}

function unique(files: readonly string[]): readonly string[] {
  return [...new Set(files)];
}
