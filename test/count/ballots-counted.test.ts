import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ballotsCounted } from '../../shared/count/ballots-counted.ts';
import { makeCount } from './make.ts';

it('takes the ballots cast where they are given, whatever the votes add up to', () => {
  const count = makeCount({ ann: 312, bob: 140 }, 'partial', { ballotsCast: 820 });
  expect(ballotsCounted(count, 1)).toBe(820);
  expect(ballotsCounted({ ...count, ballotsCast: 0 }, 1)).toBe(0);
});

it('counts one ballot for each vote, overvote and undervote where one vote is allowed', () => {
  const count = makeCount({ ann: 312, bob: 140 }, 'partial', { overvotes: 1, undervotes: 4 });
  expect(ballotsCounted(count, 1)).toBe(457);
});

it.each([
  [{ ann: 4, bob: 3, cyd: 3 }, 3, 4],
  [{ ann: 3, bob: 3, cyd: 3 }, 3, 3],
  [{ ann: 4, bob: 3, cyd: 4 }, 3, 4],
  [{ ann: 9, bob: 1, cyd: 0 }, 3, 9],
  [{ ann: 0, bob: 0, cyd: 0 }, 3, 0],
])('needs at least as many ballots as can hold the votes %o, %i on each', (votes, k, ballots) => {
  expect(ballotsCounted(makeCount(votes), k)).toBe(ballots);
});

it('counts nothing for a choice by whose name every object has something', () => {
  expect(ballotsCounted(makeCount({ constructor: 2, 'to-string': 1 }), 1)).toBe(3);
});

it('is never more than the ballots that were really marked, and all of them if each has one mark', () => {
  const ballot = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 3 });
  fc.assert(
    fc.property(fc.array(ballot, { maxLength: 60 }), fc.boolean(), (ballots, withUnder) => {
      const votes = { a: 0, b: 0, c: 0, d: 0 };
      for (const marked of ballots) for (const choice of marked) votes[choice] += 1;
      const undervotes = ballots.reduce((sum, marked) => sum + 3 - marked.length, 0);
      const count = makeCount(votes, 'partial', withUnder ? { undervotes } : {});
      const counted = ballotsCounted(count, 3);
      if (withUnder) expect(counted).toBe(ballots.length);
      else expect(counted).toBeLessThanOrEqual(ballots.length);
    }),
    { numRuns: 500 },
  );
});
