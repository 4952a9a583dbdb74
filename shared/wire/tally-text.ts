import { canonicalText } from '../basics/canonical-text.ts';
import type { Tally } from '../count/tally.ts';

/** One text for equal tallies, whoever put them together: what is hashed to compare a viewer's with the server's. */
export function tallyText(tally: Tally): string {
  return canonicalText(tally);
}
