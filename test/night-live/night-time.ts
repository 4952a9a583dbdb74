import timers from 'node:timers';
import { vi } from 'vitest';
import type { Clock, Stop, Timers } from '../../server/clock.ts';
import { instantOf } from '../../shared/basics/instant.ts';
import { type QueuedTimer, TimerQueue } from './timer-queue.ts';

const STEP_MS = 100;

/** Time for everything in the process, Socket.IO's heartbeats included, that moves when a test says so. */
export class NightTime implements Clock, Timers {
  readonly #startMs: number;
  readonly #queue: TimerQueue;
  /** Resolves once nothing is on its way any more. */
  readonly #settle: () => Promise<void>;
  readonly #giveBack: () => void;
  #wallMs = 0;

  /** To be given back with `end`. */
  constructor(startMs: number, settle: () => Promise<void>) {
    this.#startMs = startMs;
    this.#queue = new TimerQueue(startMs);
    this.#settle = settle;
    this.#giveBack = takeTimers(this.#queue);
    vi.setSystemTime(startMs);
  }

  /** What the server's clock shows. */
  now = () => instantOf(this.#queue.now + this.#wallMs);

  /** The time it is, whatever the clock shows. */
  trueNow = () => instantOf(this.#queue.now);

  /** Somebody sets the clock, so far from the truth. */
  setWall(ms: number): void {
    this.#wallMs = ms;
  }

  elapsedMs = (): number => this.#queue.now - this.#startMs;

  every(ms: number, task: () => void): Stop {
    return stopOf(this.#queue.add(task, ms, ms));
  }

  after = (ms: number, task: () => void): Stop => stopOf(this.#queue.add(task, ms, null));

  /** Lets time pass in small steps, after each of which what was sent arrives. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= STEP_MS) {
      this.#queue.advance(Math.min(STEP_MS, left));
      vi.setSystemTime(this.#queue.now);
      await this.#settle();
    }
  }

  end(): void {
    this.#giveBack();
    vi.useRealTimers();
  }
}

function stopOf(timer: QueuedTimer): Stop {
  return () => {
    timer.cancelled = true;
  };
}

/** Puts the queue in the place of the machine's timers, in Node's module too, where Engine.IO has them from. */
function takeTimers(queue: TimerQueue): () => void {
  const clear = (timer: QueuedTimer | null | undefined) => {
    if (timer) timer.cancelled = true;
  };
  const fakes = {
    setTimeout: (run: () => void, ms = 0) => queue.add(run, ms, null),
    setInterval: (run: () => void, ms = 0) => queue.add(run, ms, ms),
    clearTimeout: clear,
    clearInterval: clear,
  };
  const places = [globalThis, timers];
  const kept = places.map(({ setTimeout, setInterval, clearTimeout, clearInterval }) => ({
    setTimeout,
    setInterval,
    clearTimeout,
    clearInterval,
  }));
  for (const place of places) Object.assign(place, fakes);
  return () => {
    for (const [at, place] of places.entries()) Object.assign(place, kept[at]);
  };
}
