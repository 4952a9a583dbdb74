import { useEffect } from 'react';

/**
 * Keeps the screen awake while it is shown, and again each time it comes back. Where a browser has
 * no such lock, or refuses it (plain http), the screen's own settings must keep it awake.
 */
export function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return;
    const hold = () => {
      if (document.visibilityState !== 'visible') return;
      navigator.wakeLock.request('screen').catch(() => undefined);
    };
    hold();
    document.addEventListener('visibilitychange', hold);
    return () => document.removeEventListener('visibilitychange', hold);
  }, []);
}
