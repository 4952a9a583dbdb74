import { SIGN_IN_WORDS, type SignInWords } from './sign-in-words.ts';

/** What the page says: that a link can be used, or why nobody was signed in. */
export type SignInState =
  | { readonly kind: 'ask'; readonly code: string }
  | { readonly kind: 'none' | 'spent' | 'wrong' | 'busy' }
  | { readonly kind: 'tooMany'; readonly seconds: number };

/**
 * A page with a button: opening a link changes nothing, so that a preview of it in a chat does not use
 * it up. Without a link there is a password to be asked for.
 */
export function signInPage(state: SignInState, language: 'en' | 'es'): string {
  const words = SIGN_IN_WORDS[language];
  const forms =
    state.kind === 'ask' ? linkForm(state.code, words) : said(state, words) + passwordForm(words);
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
<main><h1>${words.title}</h1>${forms}</main>
</body>
</html>
`;
}

function linkForm(code: string, words: SignInWords): string {
  return `<p>${words.ask}</p><form method="post" action="/sign-in"><input type="hidden" name="code" value="${escapeText(code)}"><button autofocus>${words.button}</button></form>`;
}

function said(state: Exclude<SignInState, { kind: 'ask' }>, words: SignInWords): string {
  const text = state.kind === 'tooMany' ? words.tooMany(state.seconds) : words[state.kind];
  const alert = state.kind === 'none' ? '' : ' role="alert"';
  // Who has tried a password need not be told that there are such.
  const other = state.kind === 'none' || state.kind === 'spent' ? `<p>${words.byPassword}</p>` : '';
  return `<p${alert}>${text}</p>${other}`;
}

function passwordForm(words: SignInWords): string {
  return `<form method="post" action="/sign-in"><label>${words.name}<input name="name" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="80" required></label><label>${words.password}<input name="password" type="password" autocomplete="current-password" maxlength="200" required></label><button>${words.button}</button></form>`;
}

export const SIGN_IN_STYLE = `:root { color-scheme: light dark; font: 430 1.0625rem/1.5 system-ui, sans-serif; }
body { margin: 0; background: light-dark(#fbfaf7, #0f1216); color: light-dark(#14161a, #f4f2ed); }
main { max-width: 26rem; margin: 20vh auto 0; padding: 0 24px; }
h1 { font-size: 2rem; line-height: 1.2; margin: 0 0 8px; }
label { display: block; margin: 0 0 16px; font-weight: 680; }
input { display: block; box-sizing: border-box; width: 100%; margin: 4px 0 0; padding: 11px 12px; font: inherit; font-weight: 430;
  border: 1px solid light-dark(#6b6a66, #8b9098); border-radius: 6px; color: inherit; background: light-dark(#fff, #171b21); }
[role='alert'] { font-weight: 680; }
button { font: inherit; font-weight: 680; padding: 12px 24px; border: 0; border-radius: 6px; cursor: pointer;
  background: light-dark(#14161a, #f4f2ed); color: light-dark(#fbfaf7, #0f1216); }
:is(button, input):focus-visible { outline: 3px solid light-dark(#6d3beb, #c4b0ff); outline-offset: 3px; }
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
