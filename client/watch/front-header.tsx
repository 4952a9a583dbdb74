import type { ContestView } from '../live/store.ts';
import { useLink } from '../live/use-live.tsx';
import { useNotUpdating } from '../picture/use-not-updating.ts';
import type { Language } from '../words/format.ts';
import { PageHeader } from './page-header.tsx';

/** The top of the front page: that nothing on it is up to date is said once, by the clock of its first contest. */
export function FrontHeader({
  view,
  language,
  isTest,
}: {
  view: ContestView;
  language: Language;
  isTest: boolean;
}) {
  const link = useLink();
  const notUpdating = useNotUpdating({ ...view, link }, language);
  return <PageHeader language={language} name={null} notUpdating={notUpdating} isTest={isTest} />;
}
