/** Counts attempts by who makes them, within a minute that begins with the first. */
export interface Attempts {
  /** Counts one; whether it is one too many. */
  isTooMany(who: string): boolean;
}

const MINUTE_MS = 60_000;
/** Beyond so many senders the count begins anew: memory is worth more than an exact count. */
const MOST_SENDERS = 10_000;

/** @param elapsedMs a clock that nobody can set */
export function countAttempts(most: number, elapsedMs: () => number): Attempts {
  const counts = new Map<string, { count: number; sinceMs: number }>();
  return {
    isTooMany(who) {
      const nowMs = elapsedMs();
      const known = counts.get(who);
      if (known && nowMs - known.sinceMs < MINUTE_MS) {
        known.count += 1;
        return known.count > most;
      }
      if (counts.size >= MOST_SENDERS) counts.clear();
      counts.set(who, { count: 1, sinceMs: nowMs });
      return false;
    },
  };
}
