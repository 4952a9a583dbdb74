import type { PublicCorrection, Tally } from '../count/tally.ts';

const SHOWN = 20;

/** The corrections that readers are shown, with one more: the record has them all. */
export function newestCorrections(
  { corrections }: Tally,
  more: PublicCorrection,
): readonly PublicCorrection[] {
  return [...corrections, more].slice(-SHOWN);
}
