import type { Line } from '../../shared/election/rule.ts';
import type { Fraction } from '../charts/fraction.ts';
import { type Language, percent } from './format.ts';

/** TEMP until print-share.ts is there */
export function shareText(share: Fraction, line: Line | null, language: Language): string {
  const { num, den } = share;
  if (den === 0) return '–';
  for (let digits = 1; digits < 7; digits += 1) {
    const unit = 100 * 10 ** digits;
    const rounded = Math.floor((2 * unit * num + den) / (2 * den));
    const text = `${(rounded / 10 ** digits).toFixed(digits)}%`;
    if (rounded === 0 && num > 0) return percent('<0.1%', language);
    if (line === null) return percent(text, language);
    const a = Math.sign(line.den * num - line.num * den);
    const b = Math.sign(line.den * rounded - line.num * unit);
    if (a === b) return percent(a === 0 ? '50%' : text, language);
  }
  return '';
}
