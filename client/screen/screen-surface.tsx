import { present } from '../../shared/basics/assert.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { ScreenPage } from './screen-page.tsx';

/** The page at /screen/:id. */
export function ScreenSurface({ boot }: { boot: Boot }) {
  return <ScreenPage contest={present(boot.contest, 'contest to show')} language={boot.language} />;
}
