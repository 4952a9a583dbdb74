import type { ContestId } from '../../shared/basics/ids.ts';
import type { BootPast } from '../../shared/wire/boot.ts';
import { useContest } from '../live/use-live.tsx';
import type { Language } from '../words/format.ts';
import { ContestPage } from './contest-page.tsx';
import { MissingPage } from './missing-page.tsx';

/** One contest: live, or as it was. */
export function WatchPage({
  contest,
  language,
  past,
}: {
  contest: ContestId;
  language: Language;
  past: BootPast | null;
}) {
  const view = useContest(contest);
  if (view === null) return <MissingPage language={language} />;
  return <ContestPage view={view} language={language} past={past} />;
}
