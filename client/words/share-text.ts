import type { Line } from '../../shared/election/rule.ts';
import { printShare } from '../../shared/results/print-share.ts';
import type { Fraction } from '../charts/fraction.ts';
import { type Language, NOTHING } from './format.ts';

/** A share on its true side of the line; a dash while nothing is counted. */
export function shareText({ num, den }: Fraction, line: Line | null, language: Language): string {
  return printShare(num, den, line, language) || NOTHING;
}
