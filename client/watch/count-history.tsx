import { useRef } from 'react';
import type { ContestView } from '../live/store.ts';
import { heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { countChartWords } from '../words/count-chart.ts';
import { CountLegend } from './count-legend.tsx';
import { CountPicture } from './count-picture.tsx';
import { CountTable } from './count-table.tsx';
import { rangeTexts } from './range-texts.ts';
import { rivalsOf } from './rivals-of.ts';
import { useHistory } from './use-history.ts';
import { useWidth } from './use-width.ts';

/** Shares over votes counted, what the picture rests on in words, and the same as a table. */
export function CountHistory({ view, ...picture }: Picture & { view: ContestView }) {
  const { definition, standing, language } = picture;
  const { points, state } = useHistory(view, standing.counted);
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const hero = heroOf(definition, standing).id;
  return (
    <>
      <div className="count-place" ref={place}>
        {width !== null && <CountPicture {...picture} points={points} width={width} />}
      </div>
      <CountLegend {...picture} ranges={rangeTexts(picture)} />
      {state === 'away' && <p className="quiet">{countChartWords(language).away}</p>}
      <CountTable {...picture} points={points} choices={[hero, ...rivalsOf(standing, hero)]} />
    </>
  );
}
