import type { Refusal } from './refusal.ts';

/** Far above any place on earth, and far below where sums and products of counts stop being exact. */
const MOST = 100_000_000;

/** Why a number is no count; null where it is one. */
export function numberMistake(value: number, path: string): Refusal | null {
  if (!Number.isInteger(value)) {
    return { code: 'not-an-integer', message: `${value} is not a whole number`, path };
  }
  if (value < 0) return { code: 'negative', message: `${value} is below zero`, path };
  if (value > MOST) return { code: 'too-large', message: `${value} is more than ${MOST}`, path };
  return null;
}
