import type { Stop, Timers } from '../../server/clock.ts';

interface Task {
  at: number;
  readonly everyMs: number | null;
  readonly run: () => void;
}

/** Time that moves when a test says so. */
export class ManualTimers implements Timers {
  #now = 0;
  #tasks: Task[] = [];

  elapsedMs = (): number => this.#now;

  every(ms: number, run: () => void): Stop {
    return this.#add({ at: this.#now + ms, everyMs: ms, run });
  }

  after = (ms: number, run: () => void): Stop =>
    this.#add({ at: this.#now + ms, everyMs: null, run });

  /** Lets time pass and everything happen that is due, in its order. */
  pass(ms: number): void {
    const until = this.#now + ms;
    for (let task = this.#due(until); task !== undefined; task = this.#due(until)) {
      this.#now = task.at;
      if (task.everyMs === null) this.#tasks = this.#tasks.filter((other) => other !== task);
      else task.at += task.everyMs;
      task.run();
    }
    this.#now = until;
  }

  /** Time passes and nothing happens: a device that sleeps, a tab in the background. */
  sleep(ms: number): void {
    this.#now += ms;
  }

  #add(task: Task): Stop {
    this.#tasks.push(task);
    return () => {
      this.#tasks = this.#tasks.filter((other) => other !== task);
    };
  }

  #due(until: number): Task | undefined {
    const due = this.#tasks.filter(({ at }) => at <= until);
    return due.sort((one, other) => one.at - other.at)[0];
  }
}
