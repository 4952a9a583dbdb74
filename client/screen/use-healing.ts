import { useEffect, useRef } from 'react';
import type { Link } from '../live/link.ts';

/**
 * After a lost link has come back, looks whether the server has a newer build of this page, and if
 * so loads it: nobody stands beside a screen to press a key. The old picture stays until the new
 * page is known to be there.
 */
export function useHealing(link: Link): void {
  const wasLost = useRef(false);
  useEffect(() => {
    if (link.state === 'stale') wasLost.current = true;
    if (link.state !== 'live' || !wasLost.current) return;
    wasLost.current = false;
    reloadIfRebuilt().catch(() => undefined);
  }, [link]);
}

async function reloadIfRebuilt(): Promise<void> {
  const answer = await fetch(location.href, { cache: 'no-store' });
  if (!answer.ok) return;
  const served = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const script = scriptOf(served);
  if (script !== null && script !== scriptOf(document)) location.reload();
}

function scriptOf(page: Document): string | null {
  return page.querySelector('script[type="module"][src]')?.getAttribute('src') ?? null;
}
