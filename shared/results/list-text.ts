import type { Language } from './print-share.ts';

/** Ossoff; Ossoff and Handel; Ossoff, Handel and Gray. */
export function listText(items: readonly string[], language: Language): string {
  const last = items.at(-1) ?? '';
  if (items.length < 2) return last;
  return `${items.slice(0, -1).join(', ')} ${andBefore(last, language)} ${last}`;
}

/** Spanish says "e" before the sound of i: Pérez e Ibarra, but agua y hielo. */
function andBefore(word: string, language: Language): string {
  if (language === 'en') return 'and';
  return /^(i|í|hi(?!e|a))/i.test(word) ? 'e' : 'y';
}
