import { useRef, useState } from 'react';
import { lineOf } from '../../shared/election/rule.ts';
import type { HistoryPoint } from '../../shared/wire/history-point.ts';
import { heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { integer, nightTimeInZone } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { shareText } from '../words/share-text.ts';
import { words } from '../words/words.ts';

/**
 * The night to be gone through by hand: each point says how it stood, and leads to the page as it was
 * then; the newest leads back to the present. Room is kept for it until the points are there.
 */
export function NightSlider({
  points,
  seq,
  ...picture
}: Picture & {
  /** Of the whole night, oldest first, also those after what is shown. */
  points: readonly HistoryPoint[];
  /** What is shown. */
  seq: number;
}) {
  const { definition, language } = picture;
  const text = words(language);
  const form = useRef<HTMLFormElement>(null);
  const [looked, setLooked] = useState<number | null>(null);
  const shown = points.findLastIndex((point) => point.seq <= seq);
  const index = looked ?? shown;
  const point = points[index];
  if (point === undefined || points.length < 2) return <div className="night-slider" />;
  const isNewest = index === points.length - 1;
  const said = pointText(point, picture);
  return (
    <form
      className="night-slider"
      id="night"
      ref={form}
      action={`/contests/${definition.contest.id}#night`}
    >
      <label className="night-label" htmlFor="night-point">
        {text.nightMoments}
      </label>
      <input
        id="night-point"
        type="range"
        min={0}
        max={points.length - 1}
        value={index}
        aria-valuetext={said}
        onChange={({ target }) => setLooked(Number(target.value))}
        onPointerUp={() => index !== shown && form.current?.requestSubmit()}
      />
      <output className="night-said" htmlFor="night-point">
        {said}
      </output>
      <input type="hidden" name="lang" value={language} />
      {!isNewest && <input type="hidden" name="seq" value={point.seq} />}
      <button className="button" type="submit" disabled={index === shown}>
        {text.showMoment}
      </button>
    </form>
  );
}

/** 11:41 pm ET: Ossoff 50.3% of 144,571 votes. */
function pointText(
  { nightAt, votes, counted }: HistoryPoint,
  { definition, standing, language }: Picture,
): string {
  const text = words(language);
  const { contest, election } = definition;
  const time = nightTimeInZone(nightAt, election, language);
  if (counted === 0) return `${time}: ${text.noVotesYet}`;
  const { id } = heroOf(definition, standing);
  const share = shareText({ num: votes[id] ?? 0, den: counted }, lineOf(contest.rule), language);
  return text.nightPoint(time, nameOf(definition, id), share, integer(counted, language));
}
