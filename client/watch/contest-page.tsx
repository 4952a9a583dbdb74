import { useMemo } from 'react';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Tally } from '../../shared/count/tally.ts';
import { lineOf } from '../../shared/election/rule.ts';
import type { Boot, BootPast } from '../../shared/wire/boot.ts';
import { figuresOf } from '../charts/figures.ts';
import { StageProvider, useNewStage } from '../charts/use-stage.tsx';
import { HatchPattern } from '../design/hatch.tsx';
import { standingOfView } from '../live/selectors.ts';
import type { ContestView } from '../live/store.ts';
import { useHistory } from '../live/use-history.ts';
import { leadInTitle, pageTitle } from '../picture/page-title.ts';
import { TestGround } from '../picture/test-ground.tsx';
import { useAgreeing } from '../picture/use-agreeing.ts';
import { useNotUpdating } from '../picture/use-not-updating.ts';
import { usePageTitle } from '../picture/use-page-title.ts';
import { useSettled } from '../picture/use-settled.ts';
import type { Language } from '../words/format.ts';
import { ruleText } from '../words/rule-words.ts';
import { words } from '../words/words.ts';
import { Announcer } from './announcer.tsx';
import { ByMethod } from './by-method.tsx';
import { CallList } from './call-list.tsx';
import { ChoiceTable } from './choice-table.tsx';
import { CountSection } from './count-section.tsx';
import { Footer } from './footer.tsx';
import { headlineOf } from './headline.ts';
import { LineChart } from './line-chart.tsx';
import { NightSlider } from './night-slider.tsx';
import { NoticeList } from './notice-list.tsx';
import { PageHeader } from './page-header.tsx';
import { PartyBlocs } from './party-blocs.tsx';
import { PastBar } from './past-bar.tsx';
import { pastText } from './past-text.ts';
import { PathToLine } from './path-to-line.tsx';
import { PauseButton } from './pause-button.tsx';
import { RoundLinks } from './rounds.tsx';
import { StatusRow } from './status-row.tsx';
import { StillOut } from './still-out.tsx';
import { UpdateList } from './update-list.tsx';
import { useFade } from './use-fade.ts';
import { usePause } from './use-pause.ts';
import { WhereOut } from './where-out.tsx';

/** Everything a reader sees of one contest, from what is shown of it. */
export function ContestPage({
  view,
  language,
  past = null,
  rounds = null,
}: {
  view: ContestView;
  language: Language;
  /** The moment at which it stands still; null for the present. */
  past?: BootPast | null;
  rounds?: Boot['rounds'] | null;
}) {
  const { shown, paused, waiting, toggle } = usePause(view);
  const { definition, tally } = shown;
  const newest = standingOfView(shown);
  const figures = useMemo(() => figuresOf(newest), [newest]);
  const corrected = useMemo(() => correctedBy(tally), [tally]);
  const line = useMemo(() => lineOf(definition.contest.rule), [definition]);
  const stage = useNewStage(figures, line);
  const standing = useAgreeing(stage, newest, line);
  const landed = useSettled(stage, newest);
  const fading = useFade<HTMLElement>(stage);
  const history = useHistory(view, shown.position.seq);
  const title = pageTitle(definition, newest, language);
  const then = past && pastText(past, definition, language);
  usePageTitle(then === null ? title : `${then}: ${title}`, leadInTitle(definition, newest));
  const text = words(language);
  const picture = { definition, standing, language };
  return (
    <StageProvider stage={stage} figures={figures} corrected={corrected}>
      <HatchPattern />
      <TestGround definition={definition} language={language} />
      <PageHeader
        language={language}
        name={definition.contest.name}
        notUpdating={useNotUpdating(view, language)}
        past={then}
        query={past === null ? '' : `seq=${view.position.seq}&`}
        isTest={definition.election.stage === 'test'}
      >
        {past === null && <PauseButton paused={paused} language={language} onPress={toggle} />}
      </PageHeader>
      <main id="results" className="page" ref={fading}>
        {past && <PastBar past={past} definition={definition} language={language} />}
        <div className="lead">
          <section className="lead-main" aria-label={definition.contest.name}>
            <StatusRow {...picture} link={view.link} />
            <div className="lead-words">
              <h1 className="headline">{headlineOf(standing, language)}</h1>
              <p className="rule-text">{ruleText(definition.contest, language)}</p>
            </div>
            <LineChart {...picture} standing={landed} />
          </section>
          <aside className="lead-side">
            <PathToLine {...picture} tally={tally} />
            <NoticeList {...picture} />
            <CallList {...picture} />
            <RoundLinks {...picture} rounds={rounds} />
            <StillOut {...picture} tally={tally} />
          </aside>
        </div>
        <CountSection {...picture} history={history} />
        <NightSlider {...picture} points={history.all} seq={shown.position.seq} />
        <WhereOut {...picture} tally={tally} />
        <div className="columns">
          <ByMethod {...picture} tally={tally} />
          <PartyBlocs {...picture} />
        </div>
        <div className="columns">
          <ChoiceTable {...picture} tally={tally} />
          <UpdateList {...picture} points={history.points} />
        </div>
      </main>
      <Footer {...picture} />
      {paused && (
        <p className="paused-note" role="status">
          {waiting === 0 ? text.paused : text.waiting(waiting)}
        </p>
      )}
      <Announcer definition={definition} standing={newest} language={language} />
    </StageProvider>
  );
}

const NOBODY: ReadonlySet<ChoiceId> = new Set();

/** Whose numbers the newest change lowered, where it is a correction: theirs are struck through. */
function correctedBy({ lastChange, corrections }: Pick<Tally, 'lastChange' | 'corrections'>) {
  const newest = corrections.find(({ seq }) => seq === lastChange?.seq);
  if (lastChange?.kind !== 'correction' || newest === undefined) return NOBODY;
  return new Set(newest.changes.filter(({ from, to }) => to < from).map(({ choice }) => choice));
}
