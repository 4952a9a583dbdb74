import { sum } from '../basics/sum.ts';
import type { Votes } from '../count/tally.ts';
import { type Terms, totalOf } from './field.ts';
import type { BlocStanding } from './standing.ts';

/** Parties or choices whose votes are shown added up; votes that do not count are in none. */
export function blocsOf(terms: Terms, votes: Votes): readonly BlocStanding[] {
  const total = totalOf(terms, votes);
  const counting = new Set(terms.choices.filter(({ counts }) => counts).map(({ id }) => id));
  return terms.blocs.map(({ id, name, choices }) => {
    const own = sum(choices.map((choice) => (counting.has(choice) ? (votes[choice] ?? 0) : 0)));
    return { id, name, votes: own, share: total === 0 ? null : own / total };
  });
}
