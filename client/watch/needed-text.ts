import type { Line } from '../../shared/election/rule.ts';
import type { Needs } from '../../shared/results/standing.ts';
import type { Fraction } from '../charts/fraction.ts';
import type { Language } from '../words/format.ts';
import { shareText } from '../words/share-text.ts';

/** What a choice needs, as a part of what is out. */
export function neededOf({ votes, of }: Needs): Fraction {
  return { num: votes, den: of };
}

/**
 * A share that stands beside the line and beside what is needed: with as many decimals as it takes
 * to be on its true side of both.
 */
export function besideNeeded(
  share: Fraction,
  needed: Fraction,
  line: Line,
  language: Language,
): string {
  const needs: Line = { ...needed, strict: false };
  const texts = [line, needs].map((one) => shareText(share, one, language));
  return texts.reduce((longest, text) => (text.length > longest.length ? text : longest));
}
