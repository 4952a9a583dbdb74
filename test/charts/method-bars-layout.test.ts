import { expect, it } from 'vitest';
import { methodBars } from '../../client/charts/method-bars-layout.ts';
import { lineBand } from '../../client/charts/track-layout.ts';

const HALF = { num: 1, den: 2, strict: true };

it('kinds of votes stand by their size, each on its side of the line; what has not come has no bar', () => {
  const bars = methodBars(
    [
      { key: 'provisional', share: { num: 0, den: 0 } },
      { key: 'early', share: { num: 50_001, den: 100_000 } },
      { key: 'election-day', share: { num: 99_999, den: 200_000 } },
    ],
    HALF,
  );
  expect(bars.map(({ key }) => key)).toEqual(['election-day', 'early', 'provisional']);
  const [day, early, provisional] = bars;
  expect(day?.end).toBeLessThanOrEqual(lineBand(HALF).gapStart);
  expect(early?.end).toBeGreaterThanOrEqual(lineBand(HALF).gapEnd);
  expect(provisional?.end).toBeNull();
});
