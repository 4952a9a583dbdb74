import { useMemo, useRef } from 'react';
import type { Standing } from '../../shared/results/standing.ts';
import type { CountPoint } from '../charts/count-point.ts';
import type { History } from '../live/use-history.ts';
import { heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { countChartWords } from '../words/count-chart.ts';
import { CountLegend } from './count-legend.tsx';
import { CountPicture } from './count-picture.tsx';
import { CountTable } from './count-table.tsx';
import { rangeTexts } from './range-texts.ts';
import { rivalsOf } from './rivals-of.ts';
import { useWidth } from './use-width.ts';

/** Shares over votes counted, what the picture rests on in words, and the same as a table. */
export function CountHistory({ history, ...picture }: Picture & { history: History }) {
  const { definition, standing, language } = picture;
  const place = useRef<HTMLDivElement>(null);
  const width = useWidth(place);
  const points = useMemo(() => pointsUpTo(standing, history.points), [standing, history.points]);
  const hero = heroOf(definition, standing).id;
  return (
    <>
      <div className="count-place" ref={place}>
        {width !== null && <CountPicture {...picture} points={points} width={width} />}
      </div>
      <CountLegend {...picture} ranges={rangeTexts(picture)} />
      {history.state === 'away' && <p className="quiet">{countChartWords(language).away}</p>}
      <CountTable {...picture} points={points} choices={[hero, ...rivalsOf(standing, hero)]} />
    </>
  );
}

/** The night until what is shown, which comes last and is never waited for. */
function pointsUpTo(
  { seq, asOf, counted, choices }: Standing,
  points: History['points'],
): readonly CountPoint[] {
  const votes = Object.fromEntries(choices.map((choice) => [choice.id, choice.votes]));
  const now = { nightAt: asOf ?? '', counted, votes };
  return [...points.filter((point) => point.seq < seq), now];
}
