import type { ContestId } from '../../shared/basics/ids.ts';
import { type Line, lineOf } from '../../shared/election/rule.ts';
import { HatchPattern } from '../design/hatch.tsx';
import type { ContestView } from '../live/store.ts';
import { useLive } from '../live/use-live.tsx';
import { TestGround } from '../picture/test-ground.tsx';
import { dayText, type Language } from '../words/format.ts';
import { labelTexts } from '../words/label-text.ts';
import { flagText } from '../words/rule-words.ts';
import { words } from '../words/words.ts';
import { FrontHeader } from './front-header.tsx';
import { FrontRow } from './front-row.tsx';
import { PageHeader } from './page-header.tsx';

/** All contests of the server, a row each, by election. */
export function FrontPage({
  contests,
  language,
}: {
  contests: readonly ContestId[];
  language: Language;
}) {
  const text = words(language);
  const all = useLive((state) => state.contests);
  const views = contests.flatMap((id) => all.get(id) ?? []);
  const elections = electionsOf(views);
  const [first] = views;
  const isTest = views.every(({ definition }) => definition.election.stage === 'test');
  if (first === undefined) {
    return (
      <>
        <PageHeader language={language} name={null} />
        <main id="results" className="page">
          <h1 className="headline">{text.frontTitle}</h1>
          <p className="rule-text">{text.frontNone}</p>
        </main>
      </>
    );
  }
  const labels = views.flatMap(({ definition }) => labelTexts(definition, language));
  return (
    <>
      <HatchPattern />
      {isTest && <TestGround definition={first.definition} language={language} />}
      <FrontHeader view={first} language={language} isTest={isTest} />
      <main id="results" className="page">
        <h1 className="headline">
          {elections.length === 1 ? first.definition.election.name : text.frontTitle}
        </h1>
        {elections.map(({ election, rows }) => (
          <section key={election.id} className="front-election">
            {elections.length > 1 && <h2 className="section-title">{election.name}</h2>}
            <p className="quiet">{dayText(election.date, language)}</p>
            <FrontRows rows={rows} language={language} />
          </section>
        ))}
      </main>
      <footer className="page-footer">
        {[...new Set([...labels, text.denominator])].map((line) => (
          <p key={line}>{line}</p>
        ))}
      </footer>
    </>
  );
}

/** Where all rows have the same line, what it means is said once, above them. */
function FrontRows({ rows, language }: { rows: readonly ContestView[]; language: Language }) {
  const flag = sharedFlag(rows, language);
  return (
    <>
      {flag !== null && (
        <div className="front-head">
          <p className="front-flag">{flag}</p>
        </div>
      )}
      <ul className="front-rows">
        {rows.map((view) => (
          <FrontRow
            key={view.definition.contest.id}
            view={view}
            language={language}
            flagged={flag !== null}
          />
        ))}
      </ul>
    </>
  );
}

/** In the middle, where only half is: null where rows differ, or the line is another. */
function sharedFlag(rows: readonly ContestView[], language: Language): string | null {
  const flags = rows.map(({ definition: { contest } }) => {
    const line = lineOf(contest.rule);
    return line === null || !isHalf(line) ? null : flagText(contest, line, language);
  });
  const [flag] = flags;
  return flag !== undefined && flags.every((other) => other === flag) ? flag : null;
}

function isHalf({ num, den }: Line): boolean {
  return 2 * num === den;
}

/** In the order in which each is met. */
function electionsOf(views: readonly ContestView[]) {
  const elections = new Map(
    views.map(({ definition: { election } }) => [election.id, election] as const),
  );
  return [...elections.values()].map((election) => ({
    election,
    rows: views.filter(({ definition }) => definition.election.id === election.id),
  }));
}
