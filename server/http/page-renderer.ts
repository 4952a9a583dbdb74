import type { RequestHandler } from 'express';
import type { Boot, RenderedPage } from '../../shared/wire/boot.ts';

/** How pages are drawn and where their files come from: the built client, or Vite's while developing. */
export interface PageRenderer {
  /** Names what the pages are drawn by: another build makes other pages of the same numbers. */
  readonly build: string;
  /** The elements of the head that load a page's styles, fonts, words and scripts. */
  head(page: Pick<Boot, 'page' | 'language'>): string;
  render(boot: Boot): Promise<RenderedPage>;
  /** Serves the files that the head names. */
  readonly files: RequestHandler;
}
