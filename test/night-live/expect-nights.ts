import { expect, it } from 'vitest';
import type { EntryKind } from '../../shared/night/entry.ts';
import { type NightPlan, playSeededNight } from './seeded-night.ts';

/** Plays these nights and no others: a seed, or the first and the last of many, such as `51-500`. */
const ASKED = process.env.FIFTYLINE_NIGHTS;
const PATIENCE_MS = 120_000;

/** Two hundred who watch. */
export function planOf(seed: number): NightPlan {
  return { seed, steps: 70, careful: 90, lossy: 50, documented: 40, standings: 20 };
}

/**
 * One test for each seed; then that together they had everything that a night can have.
 * @param kinds what must have happened in one of them at least
 */
export function expectNights(first: number, last: number, kinds: readonly EntryKind[]): void {
  const seen = new Set<EntryKind>();
  const [from, to] = asked() ?? [first, last];
  const seeds = Array.from({ length: to - from + 1 }, (_, at) => from + at);

  it.each(seeds)(
    'leaves each of 200 with the server’s tally, and shows none of them anything else, seed %i',
    async (seed) => {
      const { wrong, kinds } = await playSeededNight(planOf(seed));
      for (const kind of kinds.keys()) seen.add(kind);
      expect(wrong, howToReproduce(seed)).toEqual([]);
    },
    PATIENCE_MS,
  );

  if (asked() !== null) return;
  it('has had everything that a night can have', () => {
    expect(kinds.filter((kind) => !seen.has(kind))).toEqual([]);
  });
}

function howToReproduce(seed: number): string {
  return `seed ${seed} fails; play it alone with: FIFTYLINE_NIGHTS=${seed} npx vitest run test/night-live/seeded-nights.test.ts`;
}

function asked(): [number, number] | null {
  if (ASKED === undefined) return null;
  const [first, last = first] = ASKED.split('-').map(Number);
  return first === undefined || last === undefined ? null : [first, last];
}
