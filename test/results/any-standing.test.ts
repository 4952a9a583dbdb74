import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineOf } from '../../shared/election/rule.ts';
import { sentenceText } from '../../shared/results/sentence-text.ts';
import type { ChoiceStanding, Standing } from '../../shared/results/standing.ts';
import { makeChoice, makeContest, makeLate } from '../count/make.ts';
import { endings } from './endings.ts';
import { instant, makeCall, standing } from './make.ts';
import { manyVoteContest, oneVoteContest, type SmallContest } from './small-contest.ts';

function contestOf({ parts, rule, isMeasure, votesAllowed }: SmallContest) {
  const choices = parts.map((part, at) =>
    makeChoice(`c${at}`, `Cyd ${'ABCDE'[at]}`, {
      writeIn: part === 'pool',
      eligible: part === 'named',
      counts: part !== 'void',
      passes: isMeasure && at === 0,
    }),
  );
  return makeContest({ kind: isMeasure ? 'measure' : 'candidate', rule, votesAllowed, choices });
}

function votesOf({ votes }: SmallContest, times = 1): Record<string, number> {
  return Object.fromEntries(votes.map((own, at) => [`c${at}`, own * times]));
}

/** Any contest in any state, with or without a bound, an estimate, a call, a certification. */
const anyStanding = fc
  .record({
    small: fc.oneof(oneVoteContest, manyVoteContest),
    times: fc.constantFrom(1, 17, 99_991),
    bound: fc.option(fc.nat(300_000)),
    expected: fc.option(fc.nat(300_000)),
    call: fc.constantFrom(null, 'winner', 'runoff', 'advance', 'too-early', 'too-close'),
    review: fc.boolean(),
    isCertified: fc.boolean(),
    isOpen: fc.nat(9).map((n) => n > 0),
    late: fc.constantFrom([], [makeLate('provisional', null)], [makeLate('uocava', 5)]),
    isUncontested: fc.nat(15).map((n) => n === 0),
  })
  .map(({ small, times, call, review, isCertified, isOpen, late, isUncontested, ...left }) => {
    const contest = {
      ...contestOf(small),
      late,
      uncontested: isUncontested && small.parts.includes('named'),
      certified: isCertified ? { at: instant('2017-04-25T19:58:00Z'), source: 'the state' } : null,
      pollsClose: instant('2017-04-18T23:00:00Z'),
    };
    const state = review ? ('under-review' as const) : ('public' as const);
    const calls = call === null ? [] : [makeCall(call, ['c0'], { state })];
    const votes = isOpen ? votesOf(small, times) : {};
    return {
      contest,
      call,
      isCertified,
      own: standing(contest, votes, left, { calls, open: isOpen }),
    };
  });

function withStatus({ choices }: Standing, status: ChoiceStanding['status']) {
  return choices.filter((choice) => choice.status === status).map(({ id }) => id);
}

describe('the standing of any contest', () => {
  it('is put into words in both languages', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyStanding, ({ own }) => {
        for (const told of [own.sentence, own.outcome.because])
          for (const language of ['en', 'es'] as const) {
            const text = sentenceText(told, language);
            expect(text).toMatch(/^[\p{Lu}\d].{5,}/u);
            expect(text).not.toMatch(/[{}]|undefined|NaN| {2}| ,|: *$|, *$|^Certified: *$/);
            expect(text).not.toMatch(/(?<!\d)0\.0+ points|(?<!\d)0,0+ puntos/);
          }
      }),
      { numRuns: 4000 },
    );
  });

  it('says "won" only of what is called or certified, "certain" only of what is proved', {
    timeout: 60_000,
  }, () => {
    fc.assert(
      fc.property(anyStanding, ({ own, call, isCertified }) => {
        const { text } = own.sentence;
        if (/\b(won|winner)\b/.test(text)) expect(isCertified || call === 'winner').toBe(true);
        if (/\b(cannot|certain|no candidate can)\b/.test(text))
          expect(own.outcome.state).not.toMatch(/^(open|tied)$/);
      }),
      { numRuns: 4000 },
    );
  });

  it('agrees with itself', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(anyStanding, ({ own, contest }) => {
        const { winners, advancing, tied } = own.outcome;
        expect(new Set(winners)).toEqual(new Set(withStatus(own, 'win-certain')));
        expect(new Set(advancing)).toEqual(new Set(withStatus(own, 'through')));
        expect(new Set(tied)).toEqual(new Set(withStatus(own, 'tied')));
        const shares = own.choices.flatMap(({ share }) => share ?? []);
        if (own.counted > 0) expect(shares.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        else expect(shares).toEqual([]);
        for (const choice of own.choices) checkChoice(choice, own);
        if (lineOf(contest.rule) === null) expect(own.line).toBeNull();
      }),
      { numRuns: 4000 },
    );
  });
});

function checkChoice({ share, bounds, ifExpected, shareText }: ChoiceStanding, own: Standing) {
  expect(shareText === '').toBe(share === null);
  if (bounds !== null && share !== null) {
    expect(bounds.min).toBeLessThanOrEqual(share);
    expect(bounds.max).toBeGreaterThanOrEqual(share);
  }
  if (bounds !== null && ifExpected !== null) {
    expect(ifExpected.min).toBeGreaterThanOrEqual(bounds.min);
    expect(ifExpected.max).toBeLessThanOrEqual(bounds.max);
  }
  const { expected, expectedTotal } = own.outstanding;
  if (expected !== null) expect(expectedTotal).toBe(own.counted + expected);
}

/** Against every way in which a small contest can end. */
function everyEnding(small: SmallContest) {
  const own = standing(contestOf(small), votesOf(small), { bound: small.ballots });
  for (const votes of endings(small)) {
    const total = votes.reduce((a, b) => a + b, 0);
    if (total === 0) continue;
    for (const [at, { bounds }] of own.choices.entries()) {
      expect(bounds === null).toBe(small.parts[at] === 'void');
      if (bounds === null) continue;
      expect(bounds.min).toBeLessThanOrEqual((votes[at] ?? 0) / total);
      expect(bounds.max).toBeGreaterThanOrEqual((votes[at] ?? 0) / total);
    }
  }
}

it('bounds every share that a contest can end with', { timeout: 60_000 }, () => {
  fc.assert(fc.property(oneVoteContest, everyEnding), { numRuns: 1500 });
  fc.assert(fc.property(manyVoteContest, everyEnding), { numRuns: 500 });
});

it('says what is needed: so many of what comes clear the line, and one less does not', {
  timeout: 60_000,
}, () => {
  let possible = 0;
  fc.assert(
    fc.property(oneVoteContest, (small) => {
      const line = lineOf(small.rule);
      const own = standing(contestOf(small), votesOf(small), { bound: small.ballots });
      for (const [at, { needs, votes }] of own.choices.entries()) {
        const isAsked = small.parts[at] === 'named' && (!small.isMeasure || at === 0);
        const isKnown = line !== null && isAsked && own.counted + small.ballots > 0;
        expect(needs !== null).toBe(isKnown);
        if (line === null || needs?.state !== 'possible') continue;
        const total = BigInt(own.counted + small.ballots);
        const isOver = (more: number) => {
          const gap = BigInt(line.den) * BigInt(votes + more) - BigInt(line.num) * total;
          return line.strict ? gap > 0n : gap >= 0n;
        };
        possible += 1;
        expect(needs.of).toBe(small.ballots);
        expect(isOver(needs.votes)).toBe(true);
        expect(needs.votes === 0 || !isOver(needs.votes - 1)).toBe(true);
      }
    }),
    { numRuns: 3000 },
  );
  expect(possible).toBeGreaterThan(200);
});
