/** Counts attempts that failed, by who makes them, within a stretch of time that begins with the first. */
export interface Attempts {
  /** Counts one that is about to be made, or says that it is one too many. */
  begin(who: string): Begun;
  /** The attempt succeeded: it does not count. */
  forgive(who: string): void;
}

export type Begun = 'go' | TooMany;

export interface TooMany {
  /** When attempts are taken again. */
  readonly waitMs: number;
  /** Whether it is the first of this stretch that is refused. */
  readonly isFirst: boolean;
}

export interface AttemptLimits {
  readonly most: number;
  readonly withinMs: number;
}

/** Beyond so many senders the oldest are forgotten: memory is worth more than an exact count. */
const MOST_SENDERS = 10_000;

/** @param elapsedMs a clock that nobody can set */
export function countAttempts(
  { most, withinMs }: AttemptLimits,
  elapsedMs: () => number,
): Attempts {
  // In the order in which their stretches began, and so in which they end.
  const counts = new Map<string, { count: number; readonly sinceMs: number }>();

  function forgetEnded(nowMs: number): void {
    for (const [who, { sinceMs }] of counts) {
      if (nowMs - sinceMs < withinMs && counts.size < MOST_SENDERS) return;
      counts.delete(who);
    }
  }

  return {
    begin(who) {
      const nowMs = elapsedMs();
      forgetEnded(nowMs);
      const known = counts.get(who) ?? { count: 0, sinceMs: nowMs };
      known.count += 1;
      counts.set(who, known);
      if (known.count <= most) return 'go';
      return { waitMs: known.sinceMs + withinMs - nowMs, isFirst: known.count === most + 1 };
    },
    forgive(who) {
      const known = counts.get(who);
      if (known !== undefined) known.count -= 1;
    },
  };
}
