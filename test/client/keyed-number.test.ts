import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyedNumber } from '../../client/desk/keyed-number.ts';

describe('keying a number', () => {
  it.each([
    ['0', 0],
    ['1544', 1544],
    ['1,544', 1544],
    ['1 544', 1544],
    ['1.544', 1544],
    ['12,345,678', 12345678],
    [' 42 ', 42],
    ['007', 7],
  ])('takes %s as %i', (text, value) => {
    expect(keyedNumber(text)).toEqual({ state: 'number', value });
  });

  it.each([
    ['-3', 'minus'],
    ['−3', 'minus'],
    ['12.5', 'decimals'],
    ['1,54', 'decimals'],
    ['1O', 'not-digits'],
    ['1,2345', 'decimals'],
    ['1,544.000', 'not-digits'],
    ['1e3', 'not-digits'],
    ['999999999', 'too-large'],
  ])('refuses %s and says why', (text, why) => {
    expect(keyedNumber(text)).toEqual({ state: 'refused', why });
  });

  it('takes an empty field as nothing, not as zero', () => {
    expect(keyedNumber('  ')).toEqual({ state: 'empty' });
  });

  it('reads back every number that a spreadsheet would have grouped', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 99_999_999 }), (value) => {
        expect(keyedNumber(value.toLocaleString('en-US'))).toEqual({ state: 'number', value });
        expect(keyedNumber(value.toLocaleString('de-DE'))).toEqual({ state: 'number', value });
      }),
    );
  });
});
