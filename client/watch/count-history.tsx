import { useRef } from 'react';
import { lineOf } from '../../shared/election/rule.ts';
import { CountChart } from '../charts/count-chart.tsx';
import { countChartLayout } from '../charts/count-chart-layout.ts';
import type { ContestView } from '../live/store.ts';
import { countingChoices, heroOf } from '../picture/hero.ts';
import { countedText } from '../picture/page-title.ts';
import type { Picture } from '../picture/picture.ts';
import { countChartWords } from '../words/count-chart.ts';
import { nameOf } from '../words/names-text.ts';
import { CountLegend } from './count-legend.tsx';
import { CountTable } from './count-table.tsx';
import { rangeTexts } from './range-texts.ts';
import { shareOfChoice } from './share-of-choice.ts';
import { useHistory } from './use-history.ts';
import { useWidth } from './use-width.ts';

const RIVALS = 4;

/** Shares over votes counted, what the picture rests on in words, and the same as a table. */
export function CountHistory({ view, ...picture }: Picture & { view: ContestView }) {
  const { definition, standing, language } = picture;
  const { points, state } = useHistory(view, standing.counted);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const text = countChartWords(language);
  const hero = heroOf(definition, standing).id;
  const rivals = rivalsOf(picture, hero);
  const shareOf = shareOfChoice(picture);
  const ranges = rangeTexts(picture);
  const { expected, bound } = standing.outstanding;
  const height = (width ?? 0) < 640 ? 300 : 380;
  const line = lineOf(definition.contest.rule);
  const counted = standing.certified === null ? countedText(standing, language) : null;
  return (
    <>
      <div className="count-place" ref={place}>
        {width !== null && (
          <CountChart
            layout={countChartLayout({
              ...{ points, hero, rivals, line, width, height, bound },
              expectedOut: expected,
            })}
            {...{ definition, language, width, height, shareOf, ranges }}
            axis={axisText(picture)}
            summary={
              standing.counted === 0
                ? text.nothing
                : text.picture(nameOf(definition, hero), shareOf(hero), counted)
            }
          />
        )}
      </div>
      <CountLegend {...picture} ranges={ranges} />
      {state === 'away' && <p className="quiet">{text.away}</p>}
      <CountTable {...picture} points={points} choices={[hero, ...rivals]} />
    </>
  );
}

function rivalsOf({ standing }: Picture, hero: string) {
  return [...countingChoices(standing)]
    .sort((one, other) => other.votes - one.votes)
    .map(({ id }) => id)
    .filter((id) => id !== hero)
    .slice(0, RIVALS);
}

function axisText({ standing, language }: Picture): string {
  const text = countChartWords(language);
  const { expected, bound } = standing.outstanding;
  if (standing.certified !== null || (expected ?? bound ?? 0) === 0) return text.ofAll;
  return expected === null ? text.ofPossible : text.ofExpected;
}
