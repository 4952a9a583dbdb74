import type { Page } from 'playwright-core';

/** What stood on the screen for a choice in one frame. */
export interface SeenFrame {
  readonly choice: string;
  /** As printed: `50.3%`. */
  readonly share: string;
  /** Where the bar ends and where the line begins and ends, in CSS pixels. */
  readonly barEnd: number;
  readonly lineStart: number;
  readonly lineEnd: number;
}

/**
 * From now on, looks at every bar of the page in every frame the browser makes, and keeps what is
 * new. `stop` gives what was seen.
 */
export async function watchFrames(page: Page): Promise<{ stop: () => Promise<SeenFrame[]> }> {
  await page.evaluate(watchInPage);
  return { stop: () => page.evaluate(stopInPage) };
}

interface Watched {
  seenFrames?: SeenFrame[];
  watching?: boolean;
}

function watchInPage(): void {
  const page = window as Watched & typeof window;
  const frames: SeenFrame[] = [];
  const last = new Map<string, string>();
  page.seenFrames = frames;
  page.watching = true;
  const look = () => {
    const line = document.querySelector('.the-line')?.getBoundingClientRect();
    for (const row of document.querySelectorAll<HTMLElement>('.bar-row[data-id]:not([hidden])')) {
      const share = row.querySelector('.bar-share')?.textContent ?? '';
      const bar = row.querySelector('.bar')?.getBoundingClientRect();
      const choice = row.dataset.id ?? '';
      const key = `${share} ${bar?.right}`;
      if (line === undefined || bar === undefined || last.get(choice) === key) continue;
      last.set(choice, key);
      frames.push({
        choice,
        share,
        barEnd: bar.right,
        lineStart: line.left,
        lineEnd: line.right,
      });
    }
    if (page.watching) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

function stopInPage(): SeenFrame[] {
  const page = window as Watched & typeof window;
  page.watching = false;
  return page.seenFrames ?? [];
}
