import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../shared/election/rule.ts';
import { type Field, fieldOf, type Terms } from '../../shared/results/field.ts';
import { clears, sideOfLine, votesToClear } from '../../shared/results/line-of-votes.ts';
import { canClear, mustClear } from '../../shared/results/proofs.ts';
import { needsOf, rangeOf } from '../../shared/results/ranges.ts';
import { makeChoice, makeContest } from '../count/make.ts';

/** Tests write ids as plain text. */
function made(terms: Terms, votes: Record<string, number>, ballots: number): Field {
  return fieldOf(terms, votes, ballots);
}

const half: Line = { num: 1, den: 2, strict: true };

const line: fc.Arbitrary<Line> = fc
  .record({
    num: fc.integer({ min: 1, max: 10_000 }),
    den: fc.integer({ min: 1, max: 10_000 }),
    strict: fc.boolean(),
  })
  .filter(({ num, den, strict }) => num < den || (num === den && !strict));

/** Of any size that a count can have, and around the line as often as anywhere. */
const situation = fc
  .record({
    line: fc.oneof(fc.constant(half), line),
    total: fc.oneof(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 2 ** 50 })),
    left: fc.oneof(fc.nat(20), fc.nat(2 ** 50)),
    near: fc.option(fc.integer({ min: -2, max: 2 })),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ near, part, ...rest }) => {
    const { num, den } = rest.line;
    const onLine = Number((BigInt(num) * BigInt(rest.total)) / BigInt(den));
    const own = near === null ? Math.floor(part * rest.total) : onLine + near;
    return { ...rest, votes: Math.min(rest.total, Math.max(0, own)) };
  });

/** By whole numbers without end. */
function over({ num, den, strict }: Line, votes: number, total: number): boolean {
  const [left, right] = [BigInt(den) * BigInt(votes), BigInt(num) * BigInt(total)];
  return strict ? left > right : left >= right;
}

describe('the line, against whole numbers without end', () => {
  it('is cleared or not, whatever the size of the count', () => {
    fc.assert(
      fc.property(situation, ({ line: own, votes, total }) => {
        expect(clears(votes, total, own)).toBe(over(own, votes, total));
        const gap = BigInt(own.den) * BigInt(votes) - BigInt(own.num) * BigInt(total);
        expect(sideOfLine(votes, total, own)).toBe(gap === 0n ? 0 : gap < 0n ? -1 : 1);
      }),
      { numRuns: 5000 },
    );
  });

  it('is cleared by the votes it takes, and by one less not', () => {
    fc.assert(
      fc.property(situation, ({ line: own, total }) => {
        const needed = votesToClear(total, own);
        expect(over(own, needed, total)).toBe(true);
        expect(needed === 0 || !over(own, needed - 1, total)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  it('takes half and one vote more for a majority', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 50 }), (total) => {
        expect(votesToClear(total, half)).toBe(Math.floor(total / 2) + 1);
      }),
    );
    expect(votesToClear(192_569, half)).toBe(96_285);
    expect(votesToClear(10, { num: 2, den: 5, strict: false })).toBe(4);
    expect(votesToClear(10, { num: 2, den: 5, strict: true })).toBe(5);
    expect(votesToClear(11, { num: 2, den: 5, strict: false })).toBe(5);
  });
});

describe('what is certain and what is needed', () => {
  it('follow from the two furthest endings', () => {
    const contest = makeContest({ choices: [makeChoice('ann'), makeChoice('bob')] });
    fc.assert(
      fc.property(situation, ({ line: own, votes, total, left }) => {
        const field = made(contest, { ann: votes, bob: total - votes }, left);
        expect(mustClear(field, 0, own)).toBe(over(own, votes, total + left));
        expect(canClear(field, 0, own)).toBe(over(own, votes + left, total + left));
        const needs = needsOf(field, 0, own);
        expect(needs?.state).toBe(
          over(own, votes, total + left)
            ? 'enough'
            : over(own, votes + left, total + left)
              ? 'possible'
              : 'cannot',
        );
        if (needs?.state !== 'enough')
          expect(needs?.votes).toBe(votesToClear(total + left, own) - votes);
        if (needs?.share != null) expect(needs.share).toBeLessThanOrEqual(1);
        const range = rangeOf(field, 0);
        expect(range?.min).toBe(votes / (total + left));
        expect(range?.max).toBe((votes + left) / (total + left));
      }),
      { numRuns: 5000 },
    );
  });

  it('are reckoned with what one ballot can hold', () => {
    const rule = { type: 'plurality' as const, seats: 2 };
    const choices = [makeChoice('a'), makeChoice('b'), makeChoice('c'), makeChoice('d')];
    const many = makeContest({ choices, rule, votesAllowed: 3 });
    const field = made(many, { a: 30, b: 20, c: 10, d: 0 }, 10);
    expect(rangeOf(field, 0)).toEqual({ min: 30 / 90, max: 40 / 70 });
    const two = makeContest({ choices: choices.slice(0, 2), rule, votesAllowed: 3 });
    expect(rangeOf(made(two, { a: 30, b: 20 }, 10), 0)).toEqual({ min: 30 / 60, max: 40 / 60 });
  });

  it('are all of it for the only choice', () => {
    const only = makeContest({ choices: [makeChoice('ann')] });
    const field = made(only, { ann: 1 }, 100);
    expect(rangeOf(field, 0)).toEqual({ min: 1, max: 1 });
    expect(needsOf(field, 0, half)?.state).toBe('enough');
  });
});
