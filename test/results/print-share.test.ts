import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Line } from '../../shared/election/rule.ts';
import { printCounted, printPart } from '../../shared/results/print-part.ts';
import { printPoints } from '../../shared/results/print-points.ts';
import { printShare } from '../../shared/results/print-share.ts';

const half: Line = { num: 1, den: 2, strict: true };
const twoThirds: Line = { num: 2, den: 3, strict: false };

describe('a share as printed', () => {
  it.each([
    [92_673, 192_569, '48.1%'],
    [72_719, 144_571, '50.3%'],
    [49_949, 100_000, '49.9%'],
    [4_996, 10_000, '49.96%'],
    [499_996, 1_000_000, '49.9996%'],
    [5, 10, '50%'],
    [50_004, 100_000, '50.004%'],
    [5_004, 10_000, '50.04%'],
    [5_005, 10_000, '50.1%'],
    [48_150, 100_000, '48.2%'],
    [0, 10, '0%'],
    [10, 10, '100%'],
    [1, 10_000, '<0.1%'],
    [5, 10_000, '0.1%'],
    [9_999, 10_000, '>99.9%'],
  ])('%i of %i against half is %s', (votes, total, text) => {
    expect(printShare(votes, total, half)).toBe(text);
  });

  it('says nothing while there are no votes', () => {
    expect(printShare(0, 0, half)).toBe('');
  });

  it('keeps 4.972% under a hurdle of 5%', () => {
    expect(printShare(4_972, 100_000, { num: 1, den: 20, strict: false })).toBe('4.97%');
    expect(printShare(5_000, 100_000, { num: 1, den: 20, strict: false })).toBe('5%');
  });

  it('is apart from two thirds, which no decimal says', () => {
    expect(printShare(2, 3, twoThirds)).toBe('2/3');
    expect(printShare(666_667, 1_000_000, twoThirds)).toBe('66.7%');
    expect(printShare(666_666, 1_000_000, twoThirds)).toBe('66.6666%');
  });

  it('goes on past "<0.1%" where the line runs through what that leaves open', () => {
    const low: Line = { num: 1, den: 2000, strict: true };
    expect(printShare(4, 10_000, low)).toBe('0.04%');
    expect(printShare(4, 10_000, half)).toBe('<0.1%');
  });

  it('is written as Spanish is', () => {
    expect(printShare(92_673, 192_569, half, 'es')).toBe('48,1\u00a0%');
    expect(printShare(1, 10_000, half, 'es')).toBe('<0,1\u00a0%');
  });
});

/** Votes near the line as often as anywhere. */
const counted = fc
  .record({
    total: fc.oneof(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 1, max: 2 ** 50 })),
    line: fc
      .record({
        num: fc.integer({ min: 1, max: 1000 }),
        den: fc.integer({ min: 1, max: 1000 }),
        strict: fc.boolean(),
      })
      .filter(({ num, den }) => num <= den),
    isHalf: fc.boolean(),
    near: fc.option(fc.integer({ min: -2, max: 2 })),
    part: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ total, line, isHalf, near, part }) => {
    const own = isHalf ? half : line;
    const onLine = Number((BigInt(own.num) * BigInt(total)) / BigInt(own.den));
    const votes = near === null ? Math.floor(part * total) : onLine + near;
    return { total, line: own, votes: Math.min(total, Math.max(0, votes)) };
  });

function sign(difference: bigint): number {
  return difference === 0n ? 0 : difference < 0n ? -1 : 1;
}

/** A number of percent as an exact fraction. */
function read(text: string): { num: bigint; den: bigint } {
  const [, whole = '', decimals = ''] = /^[<>]?(\d+)(?:\.(\d+))?%$/.exec(text) ?? [];
  expect(whole).not.toBe('');
  return { num: BigInt(whole + decimals), den: 100n * 10n ** BigInt(decimals.length) };
}

/** Sides of the line of all that a text leaves open: both ends of it, and what is between. */
function sidesOf(text: string, line: Line): readonly number[] {
  const { num, den } = read(text);
  const side = (part: bigint) => sign(BigInt(line.den) * part - BigInt(line.num) * 2n * den);
  if (text.startsWith('<')) return [side(1n), side(2n * num - 1n)];
  if (text.startsWith('>')) return [side(2n * num + 1n), side(2n * den - 1n)];
  return [side(2n * num)];
}

it('prints every share on its true side of every line', { timeout: 60_000 }, () => {
  let close = 0;
  fc.assert(
    fc.property(counted, ({ votes, total, line }) => {
      const text = printShare(votes, total, line);
      const truth = sign(BigInt(line.den) * BigInt(votes) - BigInt(line.num) * BigInt(total));
      const sides = text === `${line.num}/${line.den}` ? [0] : sidesOf(text, line);
      close += Number(text.length > 6);
      expect(new Set(sides)).toEqual(new Set([truth]));
    }),
    { numRuns: 20_000 },
  );
  expect(close).toBeGreaterThan(2000);
});

it('prints half up, with one decimal wherever that is on the true side', () => {
  fc.assert(
    fc.property(counted, ({ votes, total, line }) => {
      const text = printShare(votes, total, line);
      if (!/^\d+\.\d%$/.test(text)) return;
      const tenths = (2n * 1000n * BigInt(votes) + BigInt(total)) / (2n * BigInt(total));
      expect(text).toBe(`${tenths / 10n}.${tenths % 10n}%`);
    }),
    { numRuns: 5000 },
  );
});

it('never prints 0% or 100% of what is neither', () => {
  fc.assert(
    fc.property(counted, ({ votes, total, line }) => {
      fc.pre(votes > 0 && votes < total);
      for (const text of [
        printShare(votes, total, line),
        printShare(votes, total, null),
        printPart(votes, total, 'en'),
        printPart(votes, total, 'en', 1),
      ]) {
        expect(text).not.toMatch(/^0(\.0*)?%$|^100(\.0*)?%$/);
      }
    }),
    { numRuns: 5000 },
  );
});

describe('points over or under the line', () => {
  it.each([
    [72_719, 144_571, '0.3'],
    [92_673, 192_569, '1.9'],
    [50_004, 100_000, '0.004'],
    [4_996, 10_000, '0.04'],
    [5, 10, '0'],
    [48_150, 100_000, '1.8'],
    [0, 10, '50.0'],
  ])('%i of %i are %s', (votes, total, points) => {
    expect(printPoints(votes, total, half, 'en')).toBe(points);
  });

  it('are what the printed share has', () => {
    fc.assert(
      fc.property(counted, ({ votes, total }) => {
        const share = printShare(votes, total, half);
        fc.pre(/^\d+\.\d+%$/.test(share));
        const { num, den } = read(share);
        const points = read(`${printPoints(votes, total, half, 'en')}%`);
        const gap = num * 2n - den;
        expect([points.num * 2n, points.den]).toEqual([gap < 0n ? -gap : gap, den]);
      }),
    );
  });

  it('are never none off the line', () => {
    fc.assert(
      fc.property(counted, ({ votes, total, line }) => {
        fc.pre(BigInt(line.den) * BigInt(votes) !== BigInt(line.num) * BigInt(total));
        expect(printPoints(votes, total, line, 'en')).toMatch(/[1-9]/);
      }),
      { numRuns: 5000 },
    );
  });
});

describe('how much is counted', () => {
  it.each([
    [112, 208, '54%'],
    [1, 208, '<1%'],
    [207, 208, '>99%'],
    [206, 208, '99%'],
    [208, 208, '100%'],
    [0, 208, '0%'],
  ])('%i of %i precincts are %s', (part, whole, text) => {
    expect(printPart(part, whole, 'en')).toBe(text);
  });

  it('never says all of the expected vote before the count is certified', () => {
    expect(printCounted(192_569, 192_569, false, 'en')).toBe('>99%');
    expect(printCounted(192_569, 192_569, true, 'en')).toBe('100%');
    expect(printCounted(144_571, 192_600, false, 'es')).toBe('75\u00a0%');
  });
});
