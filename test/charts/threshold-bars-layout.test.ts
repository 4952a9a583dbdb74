import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sumOf } from '../../client/charts/frame.ts';
import { placesOf } from '../../client/charts/threshold-bars-layout.ts';
import type { ChoiceId } from '../../shared/basics/ids.ts';

function choices(...votes: number[]) {
  return votes.map((each, at) => ({ id: `c${at}` as ChoiceId, votes: each }));
}

describe('the rows of the bars', () => {
  it('are the first five by votes and the rest as one, in ballot order where votes are equal', () => {
    const places = placesOf(choices(1, 9, 3, 3, 8, 7, 2), false);
    expect(places.rows).toEqual(['c1', 'c4', 'c5', 'c2', 'c3']);
    expect(places.folded).toEqual(['c6', 'c0']);
  });

  it('are six where there are six: one alone is not "1 others"', () => {
    expect(placesOf(choices(6, 5, 4, 3, 2, 1), false).folded).toEqual([]);
  });

  it('are all of them once a reader asks for all', () => {
    expect(placesOf(choices(1, 2, 3, 4, 5, 6, 7), true)).toEqual({
      rows: ['c6', 'c5', 'c4', 'c3', 'c2', 'c1', 'c0'],
      folded: [],
    });
  });

  it('hold every vote exactly once', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1e6), { minLength: 1, maxLength: 30 }), (votes) => {
        const all = choices(...votes);
        const { rows, folded } = placesOf(all, false);
        const total = votes.reduce((sum, each) => sum + each, 0);
        const figures = {
          votes: new Map(all.map(({ id, votes: own }) => [id, own])),
          counted: total,
          total,
        };
        expect(sumOf(figures, rows) + sumOf(figures, folded)).toBe(total);
        expect(new Set([...rows, ...folded]).size).toBe(votes.length);
      }),
    );
  });
});
