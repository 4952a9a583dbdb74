import type { ComponentType } from 'react';
import type { Boot } from '../shared/wire/boot.ts';
import { DeskSurface } from './desk/desk-surface.tsx';
import { ScreenSurface } from './screen/screen-surface.tsx';
import { ReadingPage } from './watch/reading-page.tsx';

/** What draws a page, on the server: all of them are at hand. In the browser see load-page.ts. */
export function pageOf(page: Boot['page']): ComponentType<{ boot: Boot }> {
  if (page === 'screen') return ScreenSurface;
  return page === 'desk' ? DeskSurface : ReadingPage;
}
