import type { Clock, Timers } from '../../server/clock.ts';
import { type Instant, instantOf, msOf } from '../../shared/basics/instant.ts';

export interface TestClock extends Clock {
  readonly timers: Timers;
  /** Lets time pass, with everything that is due on the way. */
  pass(ms: number): void;
  /** Sets the wall clock without any time passing. */
  jump(ms: number): void;
}

/** A clock with the timers that hang on it, moved by hand. */
export function testClock(start: Instant): TestClock {
  const tasks = new Set<{ readonly everyMs: number; readonly task: () => void; atMs: number }>();
  let wallMs = msOf(start);
  let elapsedMs = 0;

  function step(ms: number): void {
    wallMs += ms;
    elapsedMs += ms;
  }

  return {
    now: () => instantOf(wallMs),
    elapsedMs: () => elapsedMs,
    timers: {
      every(everyMs, task) {
        const timer = { everyMs, task, atMs: elapsedMs + everyMs };
        tasks.add(timer);
        return () => tasks.delete(timer);
      },
    },
    pass(ms) {
      const untilMs = elapsedMs + ms;
      for (;;) {
        const [next] = [...tasks].sort((one, other) => one.atMs - other.atMs);
        if (next === undefined || next.atMs > untilMs) break;
        step(next.atMs - elapsedMs);
        next.atMs += next.everyMs;
        next.task();
      }
      step(untilMs - elapsedMs);
    },
    jump(ms) {
      wallMs += ms;
    },
  };
}
