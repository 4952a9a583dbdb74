import type { ContestId } from '../../shared/basics/ids.ts';
import { HatchPattern } from '../design/hatch.tsx';
import { useLive } from '../live/use-live.tsx';
import type { Language } from '../words/format.ts';
import { words } from '../words/words.ts';
import { FrontRow } from './front-row.tsx';
import { PageHeader } from './page-header.tsx';

/** All contests of the server, a row each. */
export function FrontPage({
  contests,
  language,
}: {
  contests: readonly ContestId[];
  language: Language;
}) {
  const text = words(language);
  const views = useLive((state) => state.contests);
  return (
    <>
      <HatchPattern />
      <PageHeader language={language} name={null} />
      <main id="results" className="page">
        <h1 className="headline">{text.frontTitle}</h1>
        {contests.length === 0 && <p className="rule-text">{text.frontNone}</p>}
        <ul className="front-rows">
          {contests.map((contest) => {
            const view = views.get(contest);
            return view === undefined ? null : (
              <FrontRow key={contest} view={view} language={language} />
            );
          })}
        </ul>
      </main>
    </>
  );
}
