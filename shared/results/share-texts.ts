import type { Votes } from '../count/tally.ts';
import { type Line, lineOf } from '../election/rule.ts';
import { type Field, fieldOf, type Terms } from './field.ts';
import { severalCanClear } from './line-of-votes.ts';
import { placesToFill } from './places-to-fill.ts';
import { type Language, printShare } from './print-share.ts';

/**
 * Every choice's share as printed, in ballot order: on its true side of the line, and the two on
 * either side of the last place that wins or advances apart whenever their votes differ. "" while
 * nothing is counted, and for a choice whose votes do not count. Also for the votes of a frame.
 */
export function shareTexts(terms: Terms, votes: Votes, language: Language = 'en'): string[] {
  const field = fieldOf(terms, votes, 0);
  const line = lineOf(terms.rule);
  const decimals = decimalsByVotes(field, line, decidingPlaces(terms, line), language);
  return field.votes.map((own, at) =>
    field.parts[at] === 'void'
      ? ''
      : printShare(own, field.total, line, language, decimals.get(own) ?? 1),
  );
}

/** The places after which it is decided who wins or advances. */
function decidingPlaces({ kind, rule }: Terms, line: Line | null): readonly number[] {
  if (kind === 'measure') return [];
  const places = placesToFill(rule);
  return line !== null && severalCanClear(line) ? [1, places] : [places];
}

/** Who has as many votes as one of the deciding two prints as that one does. */
function decimalsByVotes(
  field: Field,
  line: Line | null,
  places: readonly number[],
  language: Language,
): ReadonlyMap<number, number> {
  const ranked = field.namedVotes;
  const decimals = new Map<number, number>();
  for (const place of places) {
    const [inside, outside] = [ranked[place - 1], ranked[place]];
    if (inside === undefined || outside === undefined || inside === outside) continue;
    const apart = decimalsApart(inside, outside, field.total, line, language);
    for (const own of [inside, outside]) decimals.set(own, Math.max(apart, decimals.get(own) ?? 1));
  }
  return decimals;
}

function decimalsApart(
  one: number,
  other: number,
  total: number,
  line: Line | null,
  language: Language,
): number {
  const text = (votes: number, decimals: number) =>
    printShare(votes, total, line, language, decimals);
  for (let decimals = 1; ; decimals += 1)
    if (text(one, decimals) !== text(other, decimals)) return decimals;
}
