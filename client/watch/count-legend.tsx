import { HATCH } from '../design/hatch.tsx';
import { heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { countChartWords } from '../words/count-chart.ts';
import { nameOf } from '../words/names-text.ts';
import type { RangeTexts } from './range-texts.ts';

/** The two ranges in words: what the estimate gives and what is possible at all are never one thing. */
export function CountLegend(props: Picture & { ranges: RangeTexts }) {
  const { definition, standing, language, ranges } = props;
  const text = countChartWords(language);
  const name = nameOf(definition, heroOf(definition, standing).id);
  const { expected, possible } = ranges;
  const done = standing.certified !== null || standing.outstanding.bound === 0;
  if (standing.line === null || standing.counted === 0 || done) return null;
  return (
    <ul className="count-legend">
      {expected !== null && (
        <li>
          <Swatch hatched />
          {text.ifExpected(name, ...expected)}
        </li>
      )}
      <li>
        <Swatch hatched={standing.outstanding.expected === null} />
        {possible === null ? text.possibleUnknown : text.possible(name, ...possible)}
      </li>
    </ul>
  );
}

function Swatch({ hatched }: { hatched: boolean }) {
  return (
    <svg className="count-swatch" width="26" height="16" aria-hidden="true">
      <rect className="count-possible" x="0.5" y="0.5" width="25" height="15" />
      {hatched && (
        <rect className="count-ahead" x="0.5" y="0.5" width="25" height="15" fill={HATCH} />
      )}
    </svg>
  );
}
