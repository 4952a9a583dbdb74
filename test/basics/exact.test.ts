import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareProducts, floorProduct, safeSum } from '../../shared/basics/exact.ts';

const count = fc.oneof(fc.nat(20), fc.maxSafeNat(), fc.constant(Number.MAX_SAFE_INTEGER));

describe('exact arithmetic', () => {
  it('compares products of any counts as whole numbers do', () => {
    fc.assert(
      fc.property(count, count, count, count, (a, b, c, d) => {
        const difference = BigInt(a) * BigInt(b) - BigInt(c) * BigInt(d);
        expect(compareProducts(a, b, c, d)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1);
      }),
      { numRuns: 5000 },
    );
  });

  it('tells products apart that a double cannot', () => {
    const [a, b] = [94_906_267, 94_906_269];
    expect(a * b).toBe(94_906_268 * 94_906_268);
    expect(compareProducts(a, b, 94_906_268, 94_906_268)).toBe(-1);
  });

  it('divides products rounding down', () => {
    fc.assert(
      fc.property(count, count, fc.integer({ min: 1, max: 2 ** 40 }), (a, b, divisor) => {
        const quotient = (BigInt(a) * BigInt(b)) / BigInt(divisor);
        if (quotient > BigInt(Number.MAX_SAFE_INTEGER))
          expect(() => floorProduct(a, b, divisor)).toThrow(RangeError);
        else expect(floorProduct(a, b, divisor)).toBe(Number(quotient));
      }),
      { numRuns: 5000 },
    );
  });

  it('refuses a sum that it would have to round', () => {
    expect(safeSum(2 ** 52, 2 ** 52 - 1)).toBe(Number.MAX_SAFE_INTEGER);
    expect(() => safeSum(2 ** 52, 2 ** 52)).toThrow(RangeError);
  });
});
