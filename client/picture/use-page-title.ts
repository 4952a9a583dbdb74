import { useEffect, useRef } from 'react';

const AT_MOST_EVERY_MS = 30_000;

/** Keeps the tab's title to the newest state, changed at most every 30 seconds. */
export function usePageTitle(title: string): void {
  const changedAtMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    if (document.title === title) return;
    const waitMs = Math.max(0, changedAtMs.current + AT_MOST_EVERY_MS - performance.now());
    const timer = setTimeout(() => {
      document.title = title;
      changedAtMs.current = performance.now();
    }, waitMs);
    return () => clearTimeout(timer);
  }, [title]);
}
