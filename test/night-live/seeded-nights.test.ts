import { describe, expect, it } from 'vitest';
import { expectNights, planOf } from './expect-nights.ts';
import { playSeededNight } from './seeded-night.ts';

describe('a night under a server that is killed', () => {
  expectNights(1, 25, [
    'amended',
    'amendment-proposed',
    'call-confirmed',
    'call-reinstated',
    'call-retracted',
    'call-suspended',
    'certainty-withdrawn',
    'clock-set',
    'hold-rejected',
    'hold-released',
    'locked',
    'unlocked',
    'notice-ended',
    'polls-closed',
    'report-held',
    'reports-accepted',
  ]);
});

it('a seed gives the same night, moment by moment, as often as it is played', async () => {
  const plan = { ...planOf(7), careful: 20, lossy: 10, documented: 6, standings: 4 };
  const first = await playSeededNight(plan);
  expect(await playSeededNight(plan)).toEqual(first);
  expect((await playSeededNight({ ...plan, seed: 8 })).digest).not.toBe(first.digest);
}, 120_000);
