import { memo, useMemo } from 'react';
import type { Choice } from '../../shared/election/contest.ts';
import { type Line, lineOf } from '../../shared/election/rule.ts';
import { Bar } from '../charts/bar.tsx';
import { choiceShareText } from '../charts/choice-share-text.ts';
import { Figure } from '../charts/figure.tsx';
import { figuresOf } from '../charts/figures.ts';
import type { Fraction } from '../charts/fraction.ts';
import { shareIn } from '../charts/frame.ts';
import { LineLayer } from '../charts/line-layer.tsx';
import { placesOf } from '../charts/threshold-bars-layout.ts';
import { Track } from '../charts/track.tsx';
import { barEnd, TRACK } from '../charts/track-layout.ts';
import { StageProvider, useNewStage } from '../charts/use-stage.tsx';
import { PartyChip } from '../design/party-chip.tsx';
import { hueOfChoice, partyOf } from '../design/party-hue.ts';
import { standingOfView } from '../live/selectors.ts';
import type { ContestView } from '../live/store.ts';
import { choiceOf, countingChoices, heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { useAgreeing } from '../picture/use-agreeing.ts';
import { useSettled } from '../picture/use-settled.ts';
import type { Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { flagText } from '../words/rule-words.ts';
import { FrontStatus } from './front-status.tsx';
import { headlineOf } from './headline.ts';

const NOBODY: ReadonlySet<never> = new Set();

/** One contest: the leader from the left and the next from the right, against the line, and how far it is. */
export const FrontRow = memo(function FrontRow({
  view,
  language,
  flagged,
}: {
  view: ContestView;
  language: Language;
  /** What the line means is said above all rows. */
  flagged: boolean;
}) {
  const { definition } = view;
  const newest = standingOfView(view);
  const figures = useMemo(() => figuresOf(newest), [newest]);
  const line = useMemo(() => lineOf(definition.contest.rule), [definition]);
  const stage = useNewStage(figures, line);
  const standing = useAgreeing(stage, newest, line);
  const picture = { definition, standing: useSettled(stage, newest), language };
  return (
    <StageProvider stage={stage} figures={figures} corrected={NOBODY}>
      <li className="front-row" data-test={definition.election.stage === 'test'}>
        <a className="front-name" href={`/contests/${definition.contest.id}?lang=${language}`}>
          {definition.contest.name}
        </a>
        <FrontStatus definition={definition} standing={standing} language={language} view={view} />
        <div className="front-picture">
          {line !== null && <LineLayer line={line} />}
          <Fronts {...picture} />
        </div>
        <p className="front-words">
          {headlineOf(standing, language)}
          {line !== null && !flagged && (
            <span className="front-rule"> {flagText(definition.contest, line, language)}</span>
          )}
        </p>
      </li>
    </StageProvider>
  );
});

/** Both names with their shares, and under them their bars. */
function Fronts(picture: Picture) {
  const { definition, standing } = picture;
  const line = lineOf(definition.contest.rule);
  const hero = choiceOf(definition, heroOf(definition, standing).id);
  const rows = placesOf(countingChoices(standing), true).rows.filter((id) => id !== hero.id);
  const rival = rows[0] === undefined ? null : choiceOf(definition, rows[0]);
  const isCounted = standing.counted > 0;
  return (
    <>
      <p className="front-sides">
        {isCounted && <Side key={hero.id} {...picture} choice={hero} />}
        {isCounted && rival !== null && <Side key={rival.id} {...picture} choice={rival} />}
      </p>
      <Track line={line} className="front-bar">
        <Bar
          key={hero.id}
          end={(frame) => barEnd(shareIn(frame, hero.id), line)}
          hue={hueOfChoice(definition, hero)}
        />
        {rival !== null && (
          <Bar
            key={rival.id}
            end={(frame) => startOf(shareIn(frame, rival.id), line)}
            hue={hueOfChoice(definition, rival)}
            from="right"
          />
        )}
      </Track>
    </>
  );
}

/** Where a bar begins that comes from the right: it breaks the line only where it has more than lies behind it. */
function startOf(share: Fraction, line: Line | null): number {
  return TRACK - barEnd(share, line && { ...line, num: line.den - line.num });
}

function Side({ definition, language, choice }: Picture & { choice: Choice }) {
  const party = partyOf(definition, choice);
  return (
    <span className="front-side">
      <span>
        {nameOf(definition, choice.id)} {party !== null && <PartyChip party={party} />}
      </span>{' '}
      <Figure print={(frame) => choiceShareText(definition, frame, choice.id, language)} />
    </span>
  );
}
