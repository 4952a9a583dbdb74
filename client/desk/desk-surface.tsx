import type { Boot } from '../../shared/wire/boot.ts';
import { DeskPage } from './desk-page.tsx';

/** The page at /desk. */
export function DeskSurface({ boot }: { boot: Boot }) {
  return <DeskPage language={boot.language} />;
}
