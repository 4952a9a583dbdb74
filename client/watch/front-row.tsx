import { useMemo } from 'react';
import { lineOf } from '../../shared/election/rule.ts';
import { Bar } from '../charts/bar.tsx';
import { choiceShareText } from '../charts/choice-share-text.ts';
import { Figure } from '../charts/figure.tsx';
import { figuresOf } from '../charts/figures.ts';
import { shareIn } from '../charts/frame.ts';
import { LineLayer } from '../charts/line-layer.tsx';
import { Track } from '../charts/track.tsx';
import { barEnd } from '../charts/track-layout.ts';
import { StageProvider, useNewStage } from '../charts/use-stage.tsx';
import { hueOfChoice } from '../design/party-hue.ts';
import { StatusPill } from '../design/status-pill.tsx';
import { standingOfView } from '../live/selectors.ts';
import type { ContestView } from '../live/store.ts';
import { choiceOf, heroOf } from '../picture/hero.ts';
import { statusOf } from '../picture/status-of.ts';
import { useNotUpdating } from '../picture/use-not-updating.ts';
import { useSettled } from '../picture/use-settled.ts';
import type { Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { headlineOf } from './headline.ts';

const NOBODY: ReadonlySet<never> = new Set();

/** One contest in a line: who leads, on which side of the line, and how far it is. */
export function FrontRow({ view, language }: { view: ContestView; language: Language }) {
  const { definition } = view;
  const newest = standingOfView(view);
  const figures = useMemo(() => figuresOf(newest), [newest]);
  const line = lineOf(definition.contest.rule);
  const stage = useNewStage(figures, line);
  const standing = useSettled(stage, newest);
  const hero = heroOf(definition, standing);
  const stale = useNotUpdating(view, language);
  const status = statusOf(definition, standing, language);
  return (
    <StageProvider stage={stage} figures={figures} corrected={NOBODY}>
      <li className="front-row">
        <a className="front-name" href={`/contests/${definition.contest.id}`}>
          {definition.contest.name}
        </a>
        <StatusPill text={stale ?? status.text} look={stale === null ? status.look : 'stale'} />
        <div className="front-bar">
          {line !== null && <LineLayer line={line} />}
          <Track line={line}>
            <Bar
              key={hero.id}
              end={(frame) => barEnd(shareIn(frame, hero.id), line)}
              hue={hueOfChoice(definition, choiceOf(definition, hero.id))}
            />
          </Track>
        </div>
        <p className="front-words">
          <strong>
            {nameOf(definition, hero.id)}{' '}
            <Figure
              key={hero.id}
              print={(frame) => choiceShareText(definition, frame, hero.id, language)}
            />
          </strong>{' '}
          <span className="quiet">{headlineOf(standing, language)}</span>
        </p>
      </li>
    </StageProvider>
  );
}
