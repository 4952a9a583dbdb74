const ASLEEP_MS = 2_000;

/**
 * A clock that never runs backwards and counts the time a device slept, which `performance.now` does
 * not everywhere: where the wall clock went ahead of it by more than a moment, that is what passed.
 *
 * @param monotonic milliseconds, such as performance.now
 * @param wall milliseconds, such as Date.now; may be set by hand
 */
export function wakingClock(monotonic: () => number, wall: () => number): () => number {
  let elapsed = monotonic();
  let last = { monotonic: elapsed, wall: wall() };
  return () => {
    const next = { monotonic: monotonic(), wall: wall() };
    const awake = next.monotonic - last.monotonic;
    const passed = next.wall - last.wall;
    elapsed += passed - awake > ASLEEP_MS ? passed : awake;
    last = next;
    return elapsed;
  };
}
