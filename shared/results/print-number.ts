import type { Language } from './print-share.ts';

/**
 * A whole number as people write it: 92,673; in Spanish 92.673, but 9640. Not by Intl, whose words
 * differ between servers and browsers.
 */
export function printNumber(value: number, language: Language): string {
  const digits = String(Math.abs(value));
  const sign = value < 0 ? '−' : '';
  if (language === 'es' && digits.length < 5) return sign + digits;
  return sign + digits.replace(/\B(?=(\d{3})+$)/g, language === 'es' ? '.' : ',');
}
