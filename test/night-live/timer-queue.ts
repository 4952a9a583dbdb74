/** A task at its time (ms), as `setTimeout` and `setInterval` give back. */
export class QueuedTimer {
  at: number;
  /** Of two at the same time the older goes first. */
  order: number;
  readonly everyMs: number | null;
  readonly delayMs: number;
  readonly run: () => void;
  cancelled = false;
  readonly #queue: TimerQueue;

  constructor(
    queue: TimerQueue,
    parts: { at: number; order: number; delayMs: number; everyMs: number | null; run: () => void },
  ) {
    this.#queue = queue;
    this.at = parts.at;
    this.order = parts.order;
    this.delayMs = parts.delayMs;
    this.everyMs = parts.everyMs;
    this.run = parts.run;
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  /** Node's: begins to wait anew. */
  refresh(): this {
    this.#queue.again(this);
    return this;
  }
}

/**
 * Timers that wait in a heap: hundreds of viewers have thousands of them, and the usual fakes look
 * through all to find the next.
 */
export class TimerQueue {
  #now: number;
  #order = 0;
  #heap: { at: number; order: number; timer: QueuedTimer }[] = [];

  constructor(now: number) {
    this.#now = now;
  }

  get now(): number {
    return this.#now;
  }

  add(run: () => void, delayMs: number, everyMs: number | null): QueuedTimer {
    const at = this.#now + delayMs;
    const timer = new QueuedTimer(this, { at, order: this.#order++, delayMs, everyMs, run });
    this.#push(timer);
    return timer;
  }

  again(timer: QueuedTimer): void {
    timer.at = this.#now + timer.delayMs;
    timer.order = this.#order++;
    this.#push(timer);
  }

  /** Runs everything that is due by then, in its order. */
  advance(ms: number): void {
    const until = this.#now + ms;
    for (
      let first = this.#heap[0];
      first !== undefined && first.at <= until;
      first = this.#heap[0]
    ) {
      this.#pop();
      const { timer, at, order } = first;
      // One that was put off since is in the heap a second time.
      if (timer.cancelled || timer.at !== at || timer.order !== order) continue;
      this.#now = at;
      if (timer.everyMs !== null) {
        timer.at += timer.everyMs;
        timer.order = this.#order++;
        this.#push(timer);
      }
      timer.run();
    }
    this.#now = until;
  }

  #push(timer: QueuedTimer): void {
    const heap = this.#heap;
    const next = { at: timer.at, order: timer.order, timer };
    let place = heap.length;
    heap.push(next);
    while (place > 0) {
      const above = (place - 1) >> 1;
      if (!isBefore(next, heap[above])) break;
      heap[place] = heap[above] ?? next;
      place = above;
    }
    heap[place] = next;
  }

  #pop(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      const least = isBefore(heap[left + 1], heap[left]) ? left + 1 : left;
      const below = heap[least];
      if (below === undefined || !isBefore(below, last)) break;
      heap[place] = below;
      place = least;
    }
    heap[place] = last;
  }
}

interface Ordered {
  readonly at: number;
  readonly order: number;
}

/** One that is not there is never the first. */
function isBefore(one: Ordered | undefined, other: Ordered | undefined): boolean {
  if (one === undefined) return false;
  if (other === undefined) return true;
  return one.at < other.at || (one.at === other.at && one.order < other.order);
}
