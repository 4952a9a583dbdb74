import { useSyncExternalStore } from 'react';

/** Whether scripts run: false in what the server sends and in the first render that takes it over. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    () => () => {},
    () => true,
    () => false,
  );
}
