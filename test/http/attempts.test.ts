import { expect, it } from 'vitest';
import { countAttempts } from '../../server/http/attempts.ts';

it('refuses the attempt beyond the most of a minute, and takes them again after it', () => {
  let nowMs = 0;
  const attempts = countAttempts(3, () => nowMs);
  expect([1, 2, 3, 4].map(() => attempts.isTooMany('a'))).toEqual([false, false, false, true]);
  nowMs = 59_999;
  expect(attempts.isTooMany('a')).toBe(true);
  nowMs = 60_000;
  expect(attempts.isTooMany('a')).toBe(false);
});

it('counts each sender apart', () => {
  const attempts = countAttempts(1, () => 0);
  expect(attempts.isTooMany('a')).toBe(false);
  expect(attempts.isTooMany('b')).toBe(false);
  expect(attempts.isTooMany('a')).toBe(true);
});
