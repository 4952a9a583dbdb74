/** Lets something happen now and then: `most` at once, and one more every `everyMs`. */
export interface Allowance {
  /** Whether it may happen now; if so, one is used up. */
  use(): boolean;
}

export function openAllowance(most: number, everyMs: number, elapsedMs: () => number): Allowance {
  let left = most;
  let at = elapsedMs();
  return {
    use() {
      const now = elapsedMs();
      left = Math.min(most, left + (now - at) / everyMs);
      at = now;
      if (left < 1) return false;
      left -= 1;
      return true;
    },
  };
}
