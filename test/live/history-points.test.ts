import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HistoryPoints, MOST_POINTS } from '../../server/live/history-points.ts';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import { minute } from './make-live.ts';

const ANN = 'ann' as ChoiceId;

function pointAt(seq: number, ann = seq) {
  const at = minute(0);
  return { seq, at, nightAt: at, counted: ann, votes: { [ANN]: ann }, tell: () => null };
}

/** The seqs that are left of points 1 to `count`, the line crossed at those in `crossed`. */
function leftOf(count: number, crossed: ReadonlySet<number> = new Set()): readonly number[] {
  const history = new HistoryPoints();
  for (let seq = 1; seq <= count; seq += 1) history.add(pointAt(seq), crossed.has(seq));
  return history.points.map(({ seq }) => seq);
}

describe('the points of a night', () => {
  it('are every change of the votes while there are few', () => {
    expect(leftOf(MOST_POINTS)).toEqual(Array.from({ length: MOST_POINTS }, (_, at) => at + 1));
  });

  it('are not the changes that leave the votes as they were, such as a call', () => {
    const history = new HistoryPoints();
    for (const seq of [1, 2, 3]) history.add(pointAt(seq, 40), false);
    history.add(pointAt(4, 41), false);
    expect(history.points.map(({ seq }) => seq)).toEqual([1, 4]);
  });

  it('have the night’s time from where a replay set its clock', () => {
    const history = new HistoryPoints();
    history.add({ ...pointAt(1, 0), nightAt: minute(600) }, false);
    history.add({ ...pointAt(2, 0), nightAt: minute(0) }, false);
    history.add({ ...pointAt(3, 0), nightAt: minute(1) }, false);
    expect(history.points).toMatchObject([{ seq: 2, nightAt: minute(0) }]);
  });

  it('are at most 1,000, spread over the whole night, the first and the newest among them', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6_000 }), (count) => {
        const left = leftOf(count);
        expect(left.length).toBeLessThanOrEqual(MOST_POINTS);
        expect(left.length).toBeGreaterThanOrEqual(Math.min(count, MOST_POINTS / 2));
        expect([left[0], left.at(-1)]).toEqual([1, count]);
        const steps = left.slice(1).map((seq, at) => seq - (left[at] ?? 0));
        expect(Math.max(0, ...steps)).toBeLessThanOrEqual(2 * Math.ceil((count + 1) / MOST_POINTS));
      }),
      { numRuns: 40 },
    );
  });

  it('keep both sides of every crossing of the line', () => {
    const crossed = fc.uniqueArray(fc.integer({ min: 2, max: 4_000 }), { maxLength: 300 });
    fc.assert(
      fc.property(fc.integer({ min: 1_500, max: 4_000 }), crossed, (count, seqs) => {
        const left = new Set(leftOf(count, new Set(seqs)));
        const sides = seqs.filter((seq) => seq <= count).flatMap((seq) => [seq - 1, seq]);
        expect(sides.filter((seq) => !left.has(seq))).toEqual([]);
        expect(left.size).toBeLessThanOrEqual(MOST_POINTS);
      }),
      { numRuns: 40 },
    );
  });

  it('stay at most 1,000 where the line is crossed with every change', () => {
    const always = new Set(Array.from({ length: 5_000 }, (_, at) => at));
    const left = leftOf(5_000, always);
    expect(left.length).toBeLessThanOrEqual(MOST_POINTS);
    expect(left.at(-1)).toBe(5_000);
  });
});
