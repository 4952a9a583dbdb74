import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rivalRows } from '../../client/screen/rival-rows.ts';
import { makeChoice, makeContest } from '../count/make.ts';
import { standing } from '../results/make.ts';

const IDS = ['ann', 'bob', 'cyd', 'dan', 'eve', 'fay'];

/** Who stands under the leader, and who of them has a row of their own for the words. */
function rowsFor(votes: readonly number[], letters = 12) {
  const ids = IDS.slice(0, votes.length);
  const contest = makeContest({ choices: ids.map((id) => makeChoice(id, id)) });
  const given = Object.fromEntries(ids.map((id, at) => [id, votes[at] ?? 0]));
  const [, ...rivals] = standing(contest, given).choices;
  return rivalRows(rivals, () => 'x'.repeat(letters)).map(({ rival, isLong }) =>
    isLong ? `${rival.id} below` : rival.id,
  );
}

describe('those who come next on a screen', () => {
  it('stand behind their bars while these are short', () => {
    expect(rowsFor([481, 198, 108, 88, 87, 38])).toEqual(['bob', 'cyd', 'dan', 'eve']);
  });

  it('have their words below where they would run over the line', () => {
    expect(rowsFor([518, 482])).toEqual(['bob below']);
    expect(rowsFor([502, 400, 98, 0])).toEqual(['bob below', 'cyd', 'dan']);
    expect(rowsFor([500, 200, 300], 16)).toEqual(['bob below', 'cyd below']);
  });

  it('never take more rows than there are, and always show the second', () => {
    const votes = fc.array(fc.nat(1000), { minLength: 2, maxLength: 6 });
    fc.assert(
      fc.property(votes, fc.integer({ min: 1, max: 30 }), (some, letters) => {
        const rows = rowsFor(
          [...some].sort((a, b) => b - a),
          letters,
        );
        const taken = rows.map((row) => (row.endsWith('below') ? 2 : 1));
        expect(taken.reduce((sum, row) => sum + row, 0)).toBeLessThanOrEqual(4);
        expect(rows.length).toBeGreaterThan(0);
      }),
    );
  });
});
