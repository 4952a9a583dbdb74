import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyTally } from '../../shared/count/empty-tally.ts';
import type { Tally } from '../../shared/count/tally.ts';
import { mergeTally } from '../../shared/wire/merge-tally.ts';
import { tallyChange } from '../../shared/wire/tally-change.ts';
import { tallyText } from '../../shared/wire/tally-text.ts';
import { choiceId, makeChoice, makeContest } from '../count/make.ts';

const tally = emptyTally(makeContest());
const ann = choiceId('ann');

describe('a change of a tally', () => {
  it('holds new totals, and only of what changed', () => {
    const after = { ...tally, ballots: 7, votes: { ...tally.votes, [ann]: 7 } };
    expect(tallyChange(tally, after)).toEqual({ ballots: 7, votes: { ann: 7 } });
  });

  it('is empty where nothing changed, also between copies', () => {
    expect(tallyChange(tally, tally)).toEqual({});
    expect(tallyChange(tally, structuredClone(tally))).toEqual({});
  });

  it('cannot say that something went away', () => {
    const { [ann]: _, ...votes } = tally.votes;
    expect(tallyChange(tally, { ...tally, votes })).toBe(null);
  });

  it('replaces lists whole, and what was nothing before', () => {
    const notice = { noticeId: 'n', text: { en: 'x' }, since: null, until: null, seq: 3 };
    const after = JSON.parse(
      JSON.stringify({ ...tally, notices: [notice], lastChange: { seq: 3, kind: 'notice' } }),
    ) as Tally; // no more than this test looks at
    expect(tallyChange(tally, after)).toEqual({
      notices: after.notices,
      lastChange: after.lastChange,
    });
    expect(mergeTally(tally, { lastChange: after.lastChange })).toMatchObject({
      lastChange: { kind: 'notice' },
    });
    expect(mergeTally(after, { lastChange: null })).toMatchObject({ lastChange: null });
  });
});

describe('a tally with a change put in', () => {
  it('keeps the identity of all that the change leaves alone', () => {
    const merged = mergeTally(tally, { votes: { [ann]: 7 } });
    expect(merged.votes).toEqual({ ann: 7, bob: 0 });
    expect(merged.counties).toBe(tally.counties);
    expect(mergeTally(tally, {})).toBe(tally);
    expect(mergeTally(tally, { votes: { ...tally.votes } })).toBe(tally);
  });

  it('takes ids that every object has anyway for what they are', () => {
    const odd = emptyTally(makeContest({ choices: [makeChoice('ann')] }));
    const after = emptyTally(
      makeContest({ choices: ['ann', 'constructor'].map((id) => makeChoice(id)) }),
    );
    const change = tallyChange(odd, after);
    expect(change).toMatchObject({ votes: { constructor: 0 } });
    expect(mergeTally(odd, change ?? {})).toEqual(after);
  });
});

/** Trees such as tallies are made of. */
const part = fc.letrec((tie) => ({
  part: fc.oneof(
    { maxDepth: 3 },
    fc.nat(2),
    fc.constant(null),
    fc.array(fc.nat(2), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('ann', 'bob', 'constructor', '1'), tie('part'), { maxKeys: 3 }),
  ),
}));
const anyTally = fc
  .dictionary(fc.constantFrom('votes', 'out', 'methods', 'toString'), part.part)
  .map((tree) => tree as unknown as Tally); // the shape does not matter to a merge

describe('for any two tallies', () => {
  it('the one before with the change between them is the one after, over the wire', () => {
    fc.assert(
      fc.property(anyTally, anyTally, (before, after) => {
        const change = tallyChange(before, after);
        if (change === null) return;
        const sent = JSON.parse(JSON.stringify(change)) as typeof change; // what JSON does to it
        expect(tallyText(mergeTally(before, sent))).toBe(tallyText(after));
      }),
      { numRuns: 3000 },
    );
  });

  it('there is no change to send only where a key went away', () => {
    fc.assert(
      fc.property(anyTally, anyTally, (before, after) => {
        const grown = mergeTally(before, after as Parameters<typeof mergeTally>[1]); // any tree is one
        const change = tallyChange(before, grown);
        expect(change).not.toBe(null);
      }),
      { numRuns: 3000 },
    );
  });

  it('the texts are equal where the tallies are, in whatever order they were put together', () => {
    fc.assert(
      fc.property(anyTally, (tally) => {
        const reversed = Object.fromEntries(Object.entries(tally).reverse());
        expect(tallyText(reversed as unknown as Tally)).toBe(tallyText(tally)); // the same tree
      }),
    );
  });
});
