import { sum } from '../basics/sum.ts';
import type { Votes } from '../count/tally.ts';
import type { Choice } from '../election/contest.ts';
import type { Definition } from '../election/definition.ts';

/** What a contest is decided by: all of it but its units. A whole `Contest` is one, too. */
export type Terms = Definition['contest'];

/**
 * How a choice takes part. `named`: can win. `pool`: a write-in line, which cannot, but may hide
 * someone who can, and so is a rival wherever something is to be proved for another. `barred`: counts
 * in the total and nothing else. `void`: does not even count.
 */
export type Part = 'named' | 'pool' | 'barred' | 'void';

/** The choices in ballot order, each by its place in these lists, and the most that can still come. */
export interface Field {
  /** 0 for a void choice. */
  readonly votes: readonly number[];
  readonly parts: readonly Part[];
  /** Votes of those who can win, the most first; and with those of write-in lines, which may hide someone. */
  readonly namedVotes: readonly number[];
  readonly rivalVotes: readonly number[];
  /** How many choices' votes count. */
  readonly counting: number;
  /** Counted valid votes. */
  readonly total: number;
  /** Ballots that can still come, at most. */
  readonly ballots: number;
  /** Votes that one ballot can hold. */
  readonly votesAllowed: number;
}

export function fieldOf(terms: Terms, votes: Votes, ballots: number): Field {
  const parts = terms.choices.map(partOf);
  const own = terms.choices.map(({ id }, at) => (parts[at] === 'void' ? 0 : (votes[id] ?? 0)));
  const votesOf = (...wanted: readonly Part[]) =>
    own.filter((_, at) => wanted.includes(parts[at] ?? 'void')).sort((a, b) => b - a);
  return {
    votes: own,
    parts,
    namedVotes: votesOf('named'),
    rivalVotes: votesOf('named', 'pool'),
    counting: parts.filter((part) => part !== 'void').length,
    total: sum(own),
    ballots,
    votesAllowed: terms.votesAllowed,
  };
}

/** Valid votes for the office: the denominator of every share. */
export function totalOf(terms: Terms, votes: Votes): number {
  return sum(terms.choices.map(({ id, counts }) => (counts ? (votes[id] ?? 0) : 0)));
}

export function partOf({ counts, writeIn, eligible }: Choice): Part {
  if (!counts) return 'void';
  if (writeIn) return 'pool';
  return eligible ? 'named' : 'barred';
}

/** Places of the choices that are of one of these parts, in ballot order. */
export function placesOf({ parts }: Field, ...wanted: readonly Part[]): readonly number[] {
  return parts.flatMap((part, at) => (wanted.includes(part) ? [at] : []));
}

/** The most votes that can still come for anyone but one choice. */
export function othersGrowth({ counting, ballots, votesAllowed }: Field): number {
  return Math.min(votesAllowed, Math.max(0, counting - 1)) * ballots;
}

export function votesAt(field: Field, at: number): number {
  return field.votes[at] ?? 0;
}
