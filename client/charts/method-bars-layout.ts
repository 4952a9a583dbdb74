import type { Line } from '../../shared/election/rule.ts';
import type { Fraction } from './fraction.ts';
import { barEnd } from './track-layout.ts';

/** A kind of vote: its share of one choice, as a bar against the line. */
export interface MethodBar<Key> {
  readonly key: Key;
  readonly share: Fraction;
  /** In units of the track; null where nothing of the kind is counted. */
  readonly end: number | null;
}

/** Kinds with the most votes first; those of which nothing has come stay, last, in their own order. */
export function methodBars<Key>(
  kinds: readonly { readonly key: Key; readonly share: Fraction }[],
  line: Line | null,
): readonly MethodBar<Key>[] {
  return [...kinds]
    .sort((one, other) => other.share.den - one.share.den)
    .map(({ key, share }) => ({ key, share, end: share.den === 0 ? null : barEnd(share, line) }));
}
