import { present } from '../../shared/basics/assert.ts';
import type { Boot } from '../../shared/wire/boot.ts';
import { useContest } from '../live/use-live.tsx';
import { ContestPage } from './contest-page.tsx';
import { MissingPage } from './missing-page.tsx';

/** One contest: live, or as it was. */
export function WatchPage({ boot }: { boot: Boot }) {
  const { language, past = null, rounds = null } = boot;
  const view = useContest(present(boot.contest, 'contest to watch'));
  if (view === null) return <MissingPage language={language} />;
  return <ContestPage view={view} language={language} past={past} rounds={rounds} />;
}
