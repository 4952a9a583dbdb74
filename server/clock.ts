import type { Instant } from '../shared/basics/instant.ts';

/** The server's clock, from outside: nothing below the process's own file asks the machine for the time. */
export interface Clock {
  /** The wall clock, which people and time servers may set, forward or back. */
  now(): Instant;
  /** Milliseconds since any fixed moment: only ever grows, and no one can set it. */
  elapsedMs(): number;
}

/** Lets a test say when time has come. */
export interface Timers {
  /** Runs `task` every `ms` milliseconds until it is stopped. */
  every(ms: number, task: () => void): Stop;
}

export type Stop = () => void;
