import type { Stop, Timers } from '../clock.ts';

export interface Ticker {
  /** Something is to be sent: at once after a quiet tick, else with the next. */
  mark(): void;
  stop(): void;
}

/** Gathers what happens often: `send` runs at most once a tick, and without delay when it is quiet. */
export function openTicker(timers: Timers, tickMs: number, send: () => void): Ticker {
  let marked = false;
  let stopTicking: Stop | null = null;

  function tick(): void {
    if (marked) {
      marked = false;
      send();
    } else stop();
  }

  function stop(): void {
    stopTicking?.();
    stopTicking = null;
  }

  return {
    mark() {
      marked = true;
      if (stopTicking !== null) return;
      stopTicking = timers.every(tickMs, tick);
      tick();
    },
    stop,
  };
}
