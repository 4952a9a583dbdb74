/** Chance that can be had again: the same seed, the same night. */
export interface SeededRandom {
  /** 0 to 1, without 1. */
  next: () => number;
  /** A whole number from 0 up to, and without, `bound`. */
  below(bound: number): number;
  /** True once in so many times. */
  oneIn(times: number): boolean;
  pick<Value>(values: readonly Value[]): Value;
}

/** Marsaglia's xorshift, 32 bits. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed * 2_654_435_761 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
  const below = (bound: number) => Math.floor(next() * bound);
  return {
    next,
    below,
    oneIn: (times) => below(times) === 0,
    pick(values) {
      const value = values[below(values.length)];
      if (value === undefined) throw new Error('nothing to pick from');
      return value;
    },
  };
}
