import type { Boot, RenderedPage } from '../../shared/wire/boot.ts';
import type { PageRenderer } from './page-renderer.ts';

/** A page with its numbers in it, as a whole document. */
export async function drawPage(renderer: PageRenderer, boot: Boot): Promise<string> {
  return pageHtml(boot, await renderer.render(boot), renderer.head(boot));
}

/** Of a page of the past: whoever searches wants what is true now. */
const NO_INDEX = '<meta name="robots" content="noindex">\n';

/**
 * The document around a rendered page. It has no script and no style of its own: the policy would not
 * run them. The boot data is JSON in a block that no browser executes.
 *
 * @param head elements that load the page's files
 */
function pageHtml(boot: Boot, page: RenderedPage, head: string): string {
  return `<!doctype html>
<html lang="${boot.language}" data-page="${boot.page}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(page.title)}</title>
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<meta name="theme-color" content="#fbfaf7" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#0f1216" media="(prefers-color-scheme: dark)">
${boot.past === undefined ? '' : NO_INDEX}${head}
</head>
<body>
<div id="root">${page.html}</div>
<script type="application/json" id="boot">${jsonInHtml(boot)}</script>
</body>
</html>
`;
}

/** JSON that cannot end the element it stands in. */
function jsonInHtml(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
