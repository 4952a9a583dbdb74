import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { DeskPerson } from './desk-api.ts';
import { useDeskTools } from './desk-tools.tsx';
import type { OutboxState } from './outbox.ts';

const TRY_EVERY_MS = 4_000;

/** What is on its way and what was answered; keeps trying for as long as something waits. */
export function useOutbox({ id }: DeskPerson): OutboxState {
  const { outbox, every } = useDeskTools();
  const state = useStore(outbox.store);
  const isWaiting = state.waiting.length > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const flush = () => void outbox.flush(id);
    flush();
    window.addEventListener('online', flush);
    const stop = every(TRY_EVERY_MS, flush);
    return () => {
      window.removeEventListener('online', flush);
      stop();
    };
  }, [outbox, every, isWaiting, id]);
  return state;
}
