import { SIGN_IN_WORDS } from './sign-in-words.ts';

/** What the page says: that a link can be used, or why it cannot. */
export type SignInState =
  | { readonly kind: 'ask'; readonly code: string }
  | { readonly kind: 'none' | 'spent' | 'tooMany' };

/**
 * A page with a button: opening a link changes nothing, so that a preview of it in a chat does not use
 * it up.
 */
export function signInPage(state: SignInState, language: 'en' | 'es'): string {
  const words = SIGN_IN_WORDS[language];
  const said =
    state.kind === 'ask'
      ? `<p>${words.ask}</p><form method="post" action="/sign-in"><input type="hidden" name="code" value="${escapeText(state.code)}"><button autofocus>${words.button}</button></form>`
      : `<p role="alert">${words[state.kind]}</p>`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${words.title} – Fiftyline</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/sign-in.css">
</head>
<body>
<main><h1>${words.title}</h1>${said}</main>
</body>
</html>
`;
}

export const SIGN_IN_STYLE = `:root { color-scheme: light dark; font: 430 1.0625rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#fbfaf7, #0f1216); color: light-dark(#14161a, #f4f2ed); }
main { max-width: 26rem; margin: 20vh auto 0; padding: 0 24px; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 8px; }
button { font: inherit; font-weight: 680; padding: 12px 24px; border: 0; border-radius: 6px; cursor: pointer;
  background: light-dark(#14161a, #f4f2ed); color: light-dark(#fbfaf7, #0f1216); }
button:focus-visible { outline: 3px solid light-dark(#6d3beb, #c4b0ff); outline-offset: 3px; }
`;

function escapeText(text: string): string {
  const entities = new Map([
    ['&', '&amp;'],
    ['<', '&lt;'],
    ['>', '&gt;'],
    ['"', '&quot;'],
    ["'", '&#39;'],
  ]);
  return text.replace(/[&<>"']/g, (character) => entities.get(character) ?? '');
}
