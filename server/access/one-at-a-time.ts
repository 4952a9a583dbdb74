/** Does one thing after another. null, and nothing done, where too much waits already. */
export type OneAtATime = <Value>(who: string, act: () => Promise<Value>) => Promise<Value> | null;

export interface QueueLimits {
  readonly mostWaiting: number;
  /** Of these, from one sender: nobody fills the queue alone. */
  readonly mostOfOne: number;
}

/** For work that takes much memory: what waits costs next to none. */
export function oneAtATime({ mostWaiting, mostOfOne }: QueueLimits): OneAtATime {
  const waitingOf = new Map<string, number>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();

  function count(who: string, by: 1 | -1): void {
    waiting += by;
    const left = (waitingOf.get(who) ?? 0) + by;
    if (left === 0) waitingOf.delete(who);
    else waitingOf.set(who, left);
  }

  return (who, act) => {
    if (waiting >= mostWaiting || (waitingOf.get(who) ?? 0) >= mostOfOne) return null;
    count(who, 1);
    const turn = last.then(act);
    last = turn.catch(() => {}).finally(() => count(who, -1));
    return turn;
  };
}
