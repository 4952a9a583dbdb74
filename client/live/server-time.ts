/** The server's clock as this page knows it, so that ages are right on a device whose own clock is wrong. */
export interface ServerTime {
  /** The server's time, in milliseconds since 1970, at a moment of the device's monotonic clock. */
  at(elapsedMs: number): number;
  /** The server said that it is `serverMs`, and that came in at `elapsedMs`. */
  heard(serverMs: number, elapsedMs: number): void;
}

/** Enough to meet a fast message, few enough to follow two clocks that drift apart. */
const SAMPLES = 5;

/**
 * The message that was fastest on its way says most: of the last samples the greatest lead over the
 * device's clock counts. When the page was made is the first, and the worst where it comes from a cache.
 */
export function openServerTime(madeAtMs: number, elapsedMs: number): ServerTime {
  let leads: readonly number[] = [madeAtMs - elapsedMs];
  let lead = Math.max(...leads);
  return {
    at: (elapsed) => elapsed + lead,
    heard(serverMs, elapsed) {
      leads = [...leads, serverMs - elapsed].slice(-SAMPLES);
      lead = Math.max(...leads);
    },
  };
}
