import { useMemo } from 'react';
import { present } from '../../shared/basics/assert.ts';
import type { ContestId } from '../../shared/basics/ids.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { figuresOf } from '../charts/figures.ts';
import { LineLayer } from '../charts/line-layer.tsx';
import { StageProvider, useNewStage } from '../charts/use-stage.tsx';
import { HatchPattern } from '../design/hatch.tsx';
import { standingOfView } from '../live/selectors.ts';
import type { ContestView } from '../live/store.ts';
import { useContest } from '../live/use-live.tsx';
import { leadInTitle, pageTitle } from '../picture/page-title.ts';
import { TestGround } from '../picture/test-ground.tsx';
import { useAgreeing } from '../picture/use-agreeing.ts';
import { usePageTitle } from '../picture/use-page-title.ts';
import { useSettled } from '../picture/use-settled.ts';
import type { Language } from '../words/format.ts';
import { flagText } from '../words/rule-words.ts';
import { ScreenAlert } from './screen-alert.tsx';
import { ScreenBars } from './screen-bars.tsx';
import { ScreenClosing } from './screen-closing.tsx';
import { ScreenHeader } from './screen-header.tsx';
import { ScreenHero } from './screen-hero.tsx';
import { SCREEN_LINE_WIDTH } from './screen-line.ts';
import { ScreenPath } from './screen-path.tsx';
import { ScreenSide } from './screen-side.tsx';
import { useHealing } from './use-healing.ts';
import { useWakeLock } from './use-wake-lock.ts';

/** One contest that fills a screen in a room: 1920 by 1080 units, scaled as a whole. */
export function ScreenPage({ contest, language }: { contest: ContestId; language: Language }) {
  const view = present(useContest(contest), 'contest of this page');
  return <Screen view={view} language={language} />;
}

function Screen({ view, language }: { view: ContestView; language: Language }) {
  const { definition } = view;
  const newest = standingOfView(view);
  const figures = useMemo(() => figuresOf(newest), [newest]);
  const line = useMemo(() => lineOf(definition.contest.rule), [definition]);
  const stage = useNewStage(figures, line);
  const standing = useAgreeing(stage, newest, line);
  const landed = useSettled(stage, newest);
  usePageTitle(pageTitle(definition, newest, language), leadInTitle(definition, newest));
  useWakeLock();
  useHealing(view.link);
  const picture = { definition, standing, language };
  return (
    <StageProvider stage={stage} figures={figures} corrected={NOBODY}>
      <HatchPattern />
      <main className="screen" data-link={view.link.state}>
        <TestGround definition={definition} language={language} viewBox="0 0 1920 1080" />
        <ScreenHeader {...picture} view={view} />
        {line !== null && (
          <>
            <strong className="screen-flag">{flagText(definition.contest, line, language)}</strong>
            <div className="screen-line">
              <LineLayer line={line} lineWidth={SCREEN_LINE_WIDTH} />
            </div>
          </>
        )}
        <ScreenHero {...picture} standing={landed} />
        <ScreenPath {...picture} />
        <ScreenBars {...picture} standing={landed} />
        <ScreenAlert {...picture} tally={view.tally} />
        <ScreenSide {...picture} tally={view.tally} />
        <ScreenClosing {...picture} standing={landed} />
      </main>
    </StageProvider>
  );
}

const NOBODY = new Set<never>();
