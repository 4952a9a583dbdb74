import type { ChoiceId } from '../../shared/basics/ids.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { CountChart } from '../charts/count-chart.tsx';
import { countChartLayout } from '../charts/count-chart-layout.ts';
import type { CountPoint } from '../charts/count-point.ts';
import { heroOf } from '../picture/hero.ts';
import { countedText } from '../picture/page-title.ts';
import type { Picture } from '../picture/picture.ts';
import { countChartWords } from '../words/count-chart.ts';
import { nameOf } from '../words/names-text.ts';
import { rangeTexts } from './range-texts.ts';
import { rivalsOf } from './rivals-of.ts';
import { shareOfChoice } from './share-of-choice.ts';

/** From this width on it is a laptop's. */
const WIDE = 640;

/** Shares over votes counted, drawn for a place so many pixels wide. */
export function CountPicture(props: Picture & { points: readonly CountPoint[]; width: number }) {
  const { points, width, ...picture } = props;
  const { definition, standing, language } = picture;
  const hero = heroOf(definition, standing).id;
  const height = width < WIDE ? 300 : 380;
  const { expected: expectedOut, bound } = standing.outstanding;
  const layout = countChartLayout({
    ...{ points, hero, width, height, expectedOut, bound },
    rivals: rivalsOf(standing, hero),
    line: lineOf(definition.contest.rule),
  });
  return (
    <CountChart
      {...{ layout, definition, language, width, height }}
      ranges={rangeTexts(picture)}
      axis={axisText(picture)}
      summary={summaryText(picture, hero)}
      shareOf={shareOfChoice(picture)}
    />
  );
}

function axisText({ standing, language }: Picture): string {
  const text = countChartWords(language);
  const { expected, bound } = standing.outstanding;
  if (standing.certified !== null || bound === 0) return text.ofAll;
  if (expected !== null) return text.ofExpected;
  return bound === null ? text.soFar : text.ofPossible;
}

function summaryText(picture: Picture, hero: ChoiceId): string {
  const { definition, standing, language } = picture;
  const text = countChartWords(language);
  if (standing.counted === 0) return text.nothing;
  const counted = standing.certified === null ? countedText(standing, language) : null;
  return text.picture(nameOf(definition, hero), shareOfChoice(picture)(hero), counted);
}
