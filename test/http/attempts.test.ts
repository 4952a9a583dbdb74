import { expect, it } from 'vitest';
import { countAttempts } from '../../server/http/attempts.ts';

const MINUTE_MS = 60_000;

function countedAt(most: number) {
  const clock = { ms: 0 };
  const attempts = countAttempts({ most, withinMs: MINUTE_MS }, () => clock.ms);
  return { attempts, clock };
}

it('refuses the attempt beyond the most, says how long, and takes them again after it', () => {
  const { attempts, clock } = countedAt(3);
  expect([1, 2, 3].map(() => attempts.begin('a'))).toEqual(['go', 'go', 'go']);
  clock.ms = 20_000;
  expect(attempts.begin('a')).toEqual({ waitMs: 40_000, isFirst: true });
  clock.ms = 59_999;
  expect(attempts.begin('a')).toEqual({ waitMs: 1, isFirst: false });
  clock.ms = 60_000;
  expect(attempts.begin('a')).toBe('go');
});

it('is not prolonged by attempts that are refused', () => {
  const { attempts, clock } = countedAt(1);
  for (clock.ms = 0; clock.ms < MINUTE_MS; clock.ms += 1_000) attempts.begin('a');
  expect(attempts.begin('a')).toBe('go');
});

it('counts each sender apart', () => {
  const { attempts } = countedAt(1);
  expect(attempts.begin('a')).toBe('go');
  expect(attempts.begin('b')).toBe('go');
  expect(attempts.begin('a')).toMatchObject({ isFirst: true });
});

it('does not count who succeeded', () => {
  const { attempts } = countedAt(1);
  for (let attempt = 0; attempt < 10; attempt += 1) {
    expect(attempts.begin('a')).toBe('go');
    attempts.forgive('a');
  }
});

it('still knows who came last after ten thousand others', () => {
  const { attempts } = countedAt(1);
  for (let other = 0; other < 10_000; other += 1) attempts.begin(`other ${other}`);
  attempts.begin('a');
  for (let other = 0; other < 9_000; other += 1) attempts.begin(`another ${other}`);
  expect(attempts.begin('a')).toMatchObject({ isFirst: true });
});
