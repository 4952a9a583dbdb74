import { useState } from 'react';
import type { ContestView } from '../live/store.ts';

/** What is shown while a reader holds the page still, and how much waits. */
export interface Pause {
  readonly shown: ContestView;
  readonly paused: boolean;
  readonly waiting: number;
  readonly toggle: () => void;
}

/** Holds a contest where it is until the reader lets go. The link is never held: it says how old this is. */
export function usePause(view: ContestView): Pause {
  const [held, setHeld] = useState<ContestView | null>(null);
  const [counted, setCounted] = useState({ tally: view.tally, waiting: 0 });
  if (counted.tally !== view.tally) {
    setCounted({ tally: view.tally, waiting: held === null ? 0 : counted.waiting + 1 });
  }
  return {
    shown: held === null ? view : { ...held, link: view.link },
    paused: held !== null,
    waiting: held === null ? 0 : counted.waiting,
    toggle() {
      setHeld(held === null ? view : null);
      setCounted({ tally: view.tally, waiting: 0 });
    },
  };
}
