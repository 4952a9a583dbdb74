import type { Boot } from '../../shared/wire/boot.ts';
import { FrontPage } from './front-page.tsx';
import { MissingPage } from './missing-page.tsx';
import { WatchPage } from './watch-page.tsx';

/** The pages for readers: all contests, one of them, or an address that leads nowhere. */
export function ReadingPage({ boot }: { boot: Boot }) {
  const { language } = boot;
  if (boot.page === 'watch') return <WatchPage boot={boot} />;
  if (boot.page === 'front') {
    const contests = boot.contests.map(({ snapshot }) => snapshot.contest);
    return <FrontPage contests={contests} language={language} />;
  }
  return <MissingPage language={language} />;
}
