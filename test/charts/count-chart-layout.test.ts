import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { apartLabels } from '../../client/charts/apart-labels.ts';
import { type CountChartInput, countChartLayout } from '../../client/charts/count-chart-layout.ts';
import type { CountPoint } from '../../client/charts/count-point.ts';
import { crossingLabels } from '../../client/charts/crossing-labels.ts';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Line } from '../../shared/election/rule.ts';
import { clears } from '../../shared/results/line-of-votes.ts';

const HALF: Line = { num: 1, den: 2, strict: true };
const [ANN, BOB] = ['constructor', 'bob'] as [ChoiceId, ChoiceId];

function point(minute: number, ann: number, bob: number): CountPoint {
  const nightAt = `2017-04-19T00:${String(minute).padStart(2, '0')}:00.000Z`;
  return { nightAt, counted: ann + bob, votes: { [ANN]: ann, [BOB]: bob } };
}

function layoutOf(points: readonly CountPoint[], parts: Partial<CountChartInput> = {}) {
  const sizes = { width: 1000, height: 400 };
  const out = { expectedOut: 100, bound: 400 };
  return countChartLayout({
    points,
    hero: ANN,
    rivals: [BOB],
    line: HALF,
    ...out,
    ...sizes,
    ...parts,
  });
}

const anyPoints = fc
  .array(fc.tuple(fc.nat(100_000), fc.nat(100_000)), { minLength: 1, maxLength: 30 })
  .map((votes) => votes.map(([ann, bob], at) => point(at, ann, bob)));

describe('shares over votes counted', () => {
  it('run from the left edge to the part that is counted', () => {
    const { hero, left, right } = layoutOf([point(1, 30, 20), point(2, 60, 40)]);
    expect(hero?.end.x).toBe(left + (right - left) / 2);
    expect(hero?.d).toMatch(/^M/);
  });

  it('have no stroke before the first vote, and all of the range is hatched', () => {
    const { hero, rivals, band, expected, left, right, top, bottom } = layoutOf([point(0, 0, 0)]);
    expect(hero).toBeNull();
    expect(rivals).toEqual([]);
    expect(band).toBeNull();
    expect(expected).toEqual({ x: left, width: right - left, top, bottom });
  });

  it('tell what the estimate gives from what is possible at all', () => {
    const { expected, possible, y } = layoutOf([point(1, 60, 40)]);
    expect(expected).toMatchObject({ top: y(160 / 200), bottom: y(60 / 200) });
    expect(possible).toMatchObject({ top: y(460 / 500), bottom: y(60 / 500) });
  });

  it('show no range where none is known', () => {
    const layout = layoutOf([point(1, 60, 40)], { expectedOut: null, bound: null });
    expect(layout).toMatchObject({ band: null, expected: null, possible: null });
    expect(layout.hero?.end.x).toBe(layout.right);
  });

  it('show no line, range or crossing under a rule without a line', () => {
    const layout = layoutOf([point(1, 60, 40), point(2, 60, 90)], { line: null });
    expect(layout).toMatchObject({ lineY: null, band: null, expected: null, crossings: [] });
  });

  it('mark a crossing at the time of the count that made it', () => {
    const { crossings } = layoutOf([point(1, 60, 40), point(2, 70, 60), point(3, 75, 85)]);
    expect(
      crossings.map(({ choice, nightAt, over }) => [choice, nightAt.slice(14, 16), over]),
    ).toEqual([
      [ANN, '03', false],
      [BOB, '03', true],
    ]);
  });

  it('are on the side of the line that whole numbers say, however near', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const { hero, lineY } = layoutOf(points);
        const now = points.findLast(({ counted }) => counted > 0);
        if (hero === null || now === undefined || lineY === null) return;
        const over = clears(now.votes[ANN] ?? 0, now.counted, HALF);
        expect(hero.end.over).toBe(over);
        expect(over ? hero.end.y < lineY : hero.end.y > lineY).toBe(true);
      }),
    );
  });

  it('stay on the picture, and the narrower range in the wider one', () => {
    fc.assert(
      fc.property(anyPoints, fc.nat(100_000), fc.nat(100_000), (points, expectedOut, more) => {
        const bound = expectedOut + more;
        const layout = layoutOf(points, { expectedOut, bound });
        const { expected, possible, top, bottom, right, hero } = layout;
        expect(layout.band ?? '').not.toMatch(/NaN|Infinity/);
        for (const ahead of [expected, possible]) {
          if (ahead === null) continue;
          expect(ahead.top).toBeGreaterThanOrEqual(top);
          expect(ahead.bottom).toBeLessThanOrEqual(bottom);
          expect(ahead.width).toBeGreaterThanOrEqual(0);
        }
        if (expected !== null && possible !== null) {
          expect(possible.top).toBeLessThanOrEqual(expected.top);
          expect(possible.bottom).toBeGreaterThanOrEqual(expected.bottom);
        }
        if (hero !== null) expect(hero.end.x).toBeLessThanOrEqual(right + 0.1);
      }),
    );
  });

  it('cross as often as the side changes', () => {
    fc.assert(
      fc.property(anyPoints, (points) => {
        const sides = points
          .filter(({ counted }) => counted > 0)
          .map(({ votes, counted }) => clears(votes[ANN] ?? 0, counted, HALF));
        const changes = sides.filter((side, at) => at > 0 && side !== sides[at - 1]).length;
        const { crossings } = layoutOf(points);
        expect(crossings.filter(({ choice }) => choice === ANN)).toHaveLength(changes);
      }),
    );
  });
});

describe('names on the picture', () => {
  it('never lie on one another, and keep their order', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 8 }), (places) => {
        const moved = apartLabels(places);
        const sorted = [...moved].sort((a, b) => a - b);
        for (const [at, place] of sorted.entries())
          if (at > 0) expect(place - (sorted[at - 1] ?? 0)).toBeGreaterThanOrEqual(17);
        for (const [at, place] of places.entries()) expect(moved[at]).toBeLessThanOrEqual(place);
      }),
    );
  });

  it('name the newest crossing where there is no room for all', () => {
    const crossing = { choice: ANN, nightAt: '', counted: 1, over: false };
    const crossings = [
      { ...crossing, x: 500 },
      { ...crossing, x: 510 },
      { ...crossing, x: 505, over: true },
    ];
    const texts = ['under at ten', 'under at eleven', 'over at noon'];
    const labels = crossingLabels(crossings, texts, { left: 40, right: 900 });
    expect(labels.map(({ text }) => text)).toEqual(['over at noon', 'under at eleven']);
  });
});
