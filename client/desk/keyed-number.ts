/** What a field holds: nothing yet, a whole number, or something that is not one, with the reason. */
export type Keyed =
  | { readonly state: 'empty' }
  | { readonly state: 'number'; readonly value: number }
  | { readonly state: 'refused'; readonly why: 'minus' | 'decimals' | 'not-digits' | 'too-large' };

/** No contest counts more in one unit; a longer number is a slip of the hand. */
const LARGEST = 99_999_999;

/**
 * Reads what was keyed or pasted. Digits, and groups of three parted by a comma, a point, a space or
 * a narrow space (`1,544`, `1 544`). Nothing else is guessed at: `12.5`, `-3` and `1O` are refused.
 */
export function keyedNumber(text: string): Keyed {
  const trimmed = text.trim();
  if (trimmed === '') return { state: 'empty' };
  if (/^[-−–]/.test(trimmed)) return { state: 'refused', why: 'minus' };
  const digits = /^\d+$/.test(trimmed) ? trimmed : withoutGroups(trimmed);
  if (digits === null) {
    return { state: 'refused', why: /^\d+[.,]\d+$/.test(trimmed) ? 'decimals' : 'not-digits' };
  }
  const value = Number(digits);
  return value > LARGEST ? { state: 'refused', why: 'too-large' } : { state: 'number', value };
}

function withoutGroups(text: string): string | null {
  const grouped = /^\d{1,3}([,. \u00a0\u202f])\d{3}(?:\1\d{3})*$/.exec(text);
  return grouped === null ? null : text.replace(/\D/g, '');
}
