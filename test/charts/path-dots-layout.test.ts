import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NEEDED_AT, pathDots } from '../../client/charts/path-dots-layout.ts';

const NEEDED = { num: 491, den: 1_000 };

describe('shares beside the one that is needed', () => {
  it('lie left of it or right of it, at their distance', () => {
    const [low, high, none] = pathDots(
      [
        { num: 391, den: 1_000 },
        { num: 591, den: 1_000 },
        { num: 0, den: 0 },
      ],
      NEEDED,
    );
    expect(low).toEqual({ x: 10, over: false, label: 'after' });
    expect(high).toEqual({ x: 90, over: true, label: 'before' });
    expect(none).toBeNull();
  });

  it('are full from exactly what is needed on', () => {
    const [exact, under] = pathDots([NEEDED, { num: 490_999, den: 1_000_000 }], NEEDED);
    expect(exact?.over).toBe(true);
    expect(under?.over).toBe(false);
  });

  it('are never on what they do not reach, and never off the picture', () => {
    const share = fc
      .tuple(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(1_000_000))
      .map(([den, num]) => ({ num: num % (den + 1), den }));
    fc.assert(
      fc.property(fc.array(share, { maxLength: 9 }), share, (shares, needed) => {
        for (const [at, dot] of pathDots(shares, needed).entries()) {
          const own = shares[at] ?? { num: 0, den: 1 };
          const over = BigInt(own.num) * BigInt(needed.den) >= BigInt(needed.num) * BigInt(own.den);
          expect(dot?.over).toBe(over);
          expect(over ? (dot?.x ?? 0) > NEEDED_AT : (dot?.x ?? 100) < NEEDED_AT).toBe(true);
          expect(dot?.x).toBeGreaterThanOrEqual(5);
          expect(dot?.x).toBeLessThanOrEqual(95);
        }
      }),
    );
  });
});
