import { compareProducts } from '../basics/exact.ts';
import type { Tally } from '../count/tally.ts';
import { lineOf } from '../election/rule.ts';
import { type Terms, totalOf } from './field.ts';
import { clears } from './line-of-votes.ts';
import { placesToFill } from './places-to-fill.ts';
import { namedByVotes, rankedBy } from './ranking.ts';

/**
 * Whether the margin of the deciding two is one that may be recounted, once every precinct is
 * complete: before that a small margin means nothing.
 */
export function mayBeRecounted(terms: Terms, tally: Tally): boolean {
  const { recount } = terms;
  const total = totalOf(terms, tally.votes);
  const isComplete = tally.units.none === 0 && tally.units.partial === 0;
  if (recount === null || total === 0 || !isComplete) return false;
  const margin = decidingMargin(terms, tally, total);
  return margin !== null && compareProducts(margin, recount.den, recount.num, total) <= 0;
}

/** Votes between the last who wins or advances and the first who does not; null where all do. */
function decidingMargin(terms: Terms, { votes }: Tally, total: number): number | null {
  if (terms.kind === 'measure') {
    const [asked] = rankedBy(terms, votes, ({ passes }) => passes);
    const [other] = rankedBy(terms, votes, ({ passes, counts }) => counts && !passes);
    return asked && other ? Math.abs(asked.votes - other.votes) : null;
  }
  const ranked = namedByVotes(terms, votes);
  const line = lineOf(terms.rule);
  const isWon = line !== null && clears(ranked[0]?.votes ?? 0, total, line);
  const places = isWon ? 1 : placesToFill(terms.rule);
  const [inside, outside] = [ranked[places - 1], ranked[places]];
  return inside && outside ? inside.votes - outside.votes : null;
}
