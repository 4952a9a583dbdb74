import type { ContestId } from '../../shared/basics/ids.ts';
import { useContest } from '../live/use-live.tsx';
import type { Language } from '../words/format.ts';
import { ContestPage } from './contest-page.tsx';
import { MissingPage } from './missing-page.tsx';

/** One contest, live. */
export function WatchPage({ contest, language }: { contest: ContestId; language: Language }) {
  const view = useContest(contest);
  if (view === null) return <MissingPage language={language} />;
  return <ContestPage view={view} language={language} />;
}
