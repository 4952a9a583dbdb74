import type { ComponentType } from 'react';
import type { Boot } from '../shared/wire/boot.ts';

/** What draws a page, in the browser: only this one is fetched. The same as pageOf gives the server. */
export async function loadPage(page: Boot['page']): Promise<ComponentType<{ boot: Boot }>> {
  if (page === 'screen') return (await import('./screen/screen-surface.tsx')).ScreenSurface;
  if (page === 'desk') return (await import('./desk/desk-surface.tsx')).DeskSurface;
  return (await import('./watch/reading-page.tsx')).ReadingPage;
}
