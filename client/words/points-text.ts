import type { Line } from '../../shared/election/rule.ts';
import { clears } from '../../shared/results/line-of-votes.ts';
import { printPoints } from '../../shared/results/print-points.ts';
import type { Fraction } from '../charts/fraction.ts';
import type { Language } from './format.ts';
import { screenWords } from './screen.ts';

/** How far a share is over or short of the line, with its sign: +0.3 points. Nothing without votes. */
export function pointsText({ num, den }: Fraction, line: Line, language: Language): string {
  if (den === 0) return '';
  const points = printPoints(num, den, line, language);
  const sign = points === '0' ? '' : clears(num, den, line) ? '+' : '−';
  return screenWords(language).points(sign + points);
}
