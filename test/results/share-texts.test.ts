import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Rule } from '../../shared/election/rule.ts';
import { shareTexts } from '../../shared/results/share-texts.ts';
import { makeChoice, makeContest } from '../count/make.ts';

const rules: readonly Rule[] = [
  { type: 'majority', advance: 2, onRequest: false },
  { type: 'plurality', seats: 1 },
  { type: 'plurality', seats: 3 },
  { type: 'top-n', advance: 2 },
  { type: 'share', num: 3, den: 10, strict: true, advance: 1, onRequest: false },
];

function textsOf(rule: Rule, votes: readonly number[]): readonly string[] {
  const choices = votes.map((_, at) => makeChoice(`c${at}`));
  const byId = Object.fromEntries(votes.map((own, at) => [`c${at}`, own]));
  return shareTexts(makeContest({ rule, choices }), byId);
}

describe('the shares of a contest', () => {
  it('print apart on either side of the last place, and alike elsewhere', () => {
    expect(
      textsOf({ type: 'top-n', advance: 2 }, [40_000, 30_001, 29_999, 10_002, 10_001]),
    ).toEqual(['33.3%', '25.000%', '24.999%', '8.3%', '8.3%']);
  });

  it('print alike for equal votes', () => {
    expect(textsOf({ type: 'plurality', seats: 1 }, [50_000, 49_999, 49_999])).toEqual([
      '33.334%',
      '33.333%',
      '33.333%',
    ]);
    expect(textsOf({ type: 'plurality', seats: 1 }, [5, 5, 1])[0]).toBe('45.5%');
  });

  it('say nothing while nothing is counted', () => {
    expect(textsOf({ type: 'plurality', seats: 1 }, [0, 0])).toEqual(['', '']);
  });

  it('tell who is in from who is not, in every contest', () => {
    const votes = fc.array(
      fc.oneof(fc.nat(30), fc.integer({ min: 2 ** 40, max: 2 ** 40 + 50 }), fc.nat(2 ** 44)),
      { minLength: 2, maxLength: 8 },
    );
    fc.assert(
      fc.property(fc.constantFrom(...rules), votes, (rule, own) => {
        fc.pre(own.some((count) => count > 0));
        const texts = textsOf(rule, own);
        const places = rule.type === 'plurality' ? rule.seats : (rule.advance ?? 0);
        const ranked = own.map((count, at) => ({ count, text: texts[at] }));
        ranked.sort((a, b) => b.count - a.count);
        const [inside, outside] = [ranked[places - 1], ranked[places]];
        if (inside === undefined || outside === undefined) return;
        expect(inside.text === outside.text).toBe(inside.count === outside.count);
      }),
      { numRuns: 3000 },
    );
  });
});
