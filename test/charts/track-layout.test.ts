import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barEnd, groundsOf, lineBand, placeOf, TRACK } from '../../client/charts/track-layout.ts';
import type { Line } from '../../shared/election/rule.ts';

const HALF: Line = { num: 1, den: 2, strict: true };
const band = lineBand(HALF);

describe('a bar against the line', () => {
  it.each([
    [49_999, 100_000],
    [99_999_999, 200_000_000],
    [1, 2],
  ])('of %i of %i votes ends before the line', (num, den) => {
    expect(barEnd({ num, den }, HALF)).toBeLessThanOrEqual(band.gapStart);
    expect(band.gapStart).toBeLessThan(band.start);
  });

  it.each([
    [50_001, 100_000],
    [100_000_001, 200_000_000],
    [1, 1],
  ])('of %i of %i votes is drawn over the line', (num, den) => {
    expect(barEnd({ num, den }, HALF)).toBeGreaterThanOrEqual(band.gapEnd);
    expect(band.gapEnd).toBeGreaterThan(band.end);
  });

  it('that needs only to reach the line breaks it at exactly the line', () => {
    const reached: Line = { num: 2, den: 5, strict: false };
    expect(barEnd({ num: 40, den: 100 }, reached)).toBe(lineBand(reached).gapEnd);
    expect(barEnd({ num: 40, den: 100 }, { ...reached, strict: true })).toBe(
      lineBand(reached).gapStart,
    );
  });

  it('of no votes at all is not there, even where the line has only to be reached', () => {
    expect(barEnd({ num: 0, den: 0 }, { num: 2, den: 5, strict: false })).toBe(0);
  });

  it('is where its share is, where there is no line', () => {
    expect(barEnd({ num: 1, den: 4 }, null)).toBe(250);
  });

  it('is on its true side and at most one line-width from its true place, whatever the numbers', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 40 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(2, 4, 8),
        (den, part, width) => {
          const share = { num: Math.floor(part * den), den };
          const end = barEnd(share, HALF, width);
          const line = lineBand(HALF, width);
          const isOver = 2n * BigInt(share.num) > BigInt(den);
          expect(isOver ? end > line.end : end < line.start).toBe(true);
          expect(Math.abs(end - placeOf(share))).toBeLessThanOrEqual(width);
        },
      ),
    );
  });

  it('never gets shorter as its share grows', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.nat(1e6), fc.nat(1e6), (den, one, other) => {
        const [less, more] = [one % (den + 1), other % (den + 1)].sort((a, b) => a - b);
        const end = (num = 0) => barEnd({ num, den }, HALF);
        expect(end(less)).toBeLessThanOrEqual(end(more));
      }),
    );
  });
});

describe('the ground of a track', () => {
  it('leaves the line and the gap around it open', () => {
    expect(groundsOf(HALF)).toEqual([
      { start: 0, end: band.gapStart },
      { start: band.gapEnd, end: TRACK },
    ]);
  });

  it('is one piece where there is no line', () => {
    expect(groundsOf(null)).toEqual([{ start: 0, end: TRACK }]);
  });
});
