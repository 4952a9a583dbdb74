import fc from 'fast-check';
import type { Rule } from '../../shared/election/rule.ts';
import type { Part } from '../../shared/results/field.ts';

/** A contest small enough that every way in which it can end can be looked at. */
export interface SmallContest {
  readonly rule: Rule;
  readonly isMeasure: boolean;
  readonly parts: readonly Part[];
  /** Counted so far, in ballot order; 0 for a choice whose votes do not count. */
  readonly votes: readonly number[];
  readonly votesAllowed: number;
  /** Ballots that can still come, at most. */
  readonly ballots: number;
}

const part = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Part>('named') },
  { weight: 1, arbitrary: fc.constant<Part>('barred') },
  { weight: 1, arbitrary: fc.constant<Part>('void') },
);

/** At most one write-in line, as on a ballot. */
const parts = fc
  .tuple(fc.array(part, { minLength: 1, maxLength: 4 }), fc.nat(3))
  .map(([list, n]): readonly Part[] => (n === 0 ? [...list, 'pool'] : list));

const advance = fc.integer({ min: 1, max: 3 });

const fraction = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }), fc.boolean())
  .filter(([num, den, strict]) => num < den || (num === den && !strict));

const shareRule = fc.tuple(fraction, fc.option(advance, { nil: null, freq: 4 })).map(
  ([[num, den, strict], places]): Rule => ({
    type: 'share',
    num,
    den,
    strict,
    advance: places,
    onRequest: false,
  }),
);

const pluralityRule = fc
  .integer({ min: 1, max: 3 })
  .map((seats): Rule => ({ type: 'plurality', seats }));

const oneVoteRule = fc.oneof(
  advance.map((places): Rule => ({ type: 'majority', advance: places, onRequest: false })),
  shareRule,
  pluralityRule,
  advance.map((places): Rule => ({ type: 'top-n', advance: places })),
);

function contestsOf(
  rule: fc.Arbitrary<Rule>,
  votesAllowed: fc.Arbitrary<number>,
  mostBallots: number,
): fc.Arbitrary<SmallContest> {
  return fc
    .record({ rule, parts, votesAllowed, ballots: fc.nat(mostBallots), isMeasure: fc.nat(7) })
    .chain(({ isMeasure, ...drafted }) =>
      fc.array(fc.nat(9), { minLength: 5, maxLength: 5 }).map((votes) => ({
        ...drafted,
        votes: drafted.parts.map((own, at) => (own === 'void' ? 0 : (votes[at] ?? 0))),
        isMeasure: isMeasure === 0 && 'advance' in drafted.rule && drafted.parts[0] === 'named',
      })),
    )
    .map((drafted) => ({
      ...drafted,
      isMeasure: drafted.isMeasure && drafted.rule.type !== 'top-n',
    }));
}

/** One vote a ballot, under every rule. */
export const oneVoteContest = contestsOf(oneVoteRule, fc.constant(1), 5);

/** Several votes a ballot: plurality only. */
export const manyVoteContest = contestsOf(pluralityRule, fc.integer({ min: 2, max: 3 }), 3);
