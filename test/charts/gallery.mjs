// `npm run gallery`: the pictures of test/charts/golden in one page, light and dark, to look at.
import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Command } from 'commander';

const root = resolve(import.meta.dirname, '../..');
const GOLDEN = join(import.meta.dirname, 'golden');
const STYLES = ['design/design.css', 'watch/watch.css', 'watch/sections.css'];
const OWN_STYLE = `
.themes { display: flex; flex-wrap: wrap; gap: 16px; }
.theme { padding: 16px; background: var(--paper); color: var(--ink); }
.golden > svg + * { margin-top: 0; }
.shown > h2 { padding: 24px 16px 8px; font-size: 1rem; }`;

const { out } = new Command('npm run gallery --')
  .description(
    'Shows every chart at every moment of the Georgia night, light and dark, in one page.',
  )
  .option('--out <file>', 'where the page goes, in place of a new temporary folder')
  .addHelpText(
    'after',
    `
Example:
  npm run gallery                        prints the address of the page
  npm run gallery -- --out charts.html

The pictures are those that test/charts/golden.test.ts compares with what is drawn now. Where a
change is meant, draw them anew, look at them here, and commit what was found right:
  GOLDEN=record npx vitest run --project domain test/charts/golden.test.ts
`,
  )
  .parse()
  .opts();

const file = resolve(out ?? join(mkdtempSync(join(tmpdir(), 'fiftyline-gallery-')), 'index.html'));
writeFileSync(file, page());
console.log(pathToFileURL(file).href);

function page() {
  const styles = STYLES.map((path) => styleOf(join(root, 'client', path)));
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Fiftyline: gallery of charts</title>
<style>${[...styles, OWN_STYLE].join('\n')}</style>
</head>
<body>
${readdirSync(GOLDEN).sort().map(section).join('\n')}
</body>
</html>
`;
}

function section(name) {
  const svg = readFileSync(join(GOLDEN, name), 'utf8');
  const themes = ['light', 'dark'].map(
    // Each theme has its own hatching: a page's first of a name would be everyone's.
    (theme) =>
      `<div class="theme" data-theme="${theme}">${svg.replaceAll(/(id="|#)hatch\b/g, `$1hatch-${theme}`)}</div>`,
  );
  return `<section class="shown">
<h2>${name}</h2>
<div class="themes">
${themes.join('\n')}
</div>
</section>`;
}

/** A style sheet with what it imports and the fonts it names, so that the page needs nothing beside it. */
function styleOf(path) {
  return readFileSync(path, 'utf8')
    .replaceAll(/@import "(.+?)";/g, (_, other) => styleOf(join(dirname(path), other)))
    .replaceAll(/url\("(@fontsource.+?)"\)/g, (_, font) => {
      return `url("${pathToFileURL(join(root, 'node_modules', font)).href}")`;
    });
}
