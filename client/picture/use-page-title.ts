import { useEffect, useRef } from 'react';

const AT_MOST_EVERY_MS = 30_000;

/**
 * Keeps the tab's title to the newest state, changed at most every 30 seconds.
 * @param lead who leads, and on which side of the line: when it changes the title does not wait, or it
 *   would say the contrary of the page
 */
export function usePageTitle(title: string, lead: string): void {
  const changedAtMs = useRef(Number.NEGATIVE_INFINITY);
  const told = useRef(lead);
  useEffect(() => {
    if (document.title === title) return;
    const dueMs = told.current === lead ? changedAtMs.current + AT_MOST_EVERY_MS : 0;
    const timer = setTimeout(
      () => {
        document.title = title;
        changedAtMs.current = performance.now();
        told.current = lead;
      },
      Math.max(0, dueMs - performance.now()),
    );
    return () => clearTimeout(timer);
  }, [title, lead]);
}
