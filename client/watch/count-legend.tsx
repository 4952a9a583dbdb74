import { lineOf } from '../../shared/election/rule.ts';
import { HATCH } from '../design/hatch.tsx';
import { heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { type Reach, reachesOf } from '../picture/reach.ts';
import { countChartWords } from '../words/count-chart.ts';
import { nameOf } from '../words/names-text.ts';
import { shareText } from '../words/share-text.ts';

/** The two ranges in words: what the estimate gives and what is possible at all are never one thing. */
export function CountLegend(picture: Picture) {
  const { definition, standing, language } = picture;
  const text = countChartWords(language);
  const hero = heroOf(definition, standing);
  const name = nameOf(definition, hero.id);
  const { expected, bound } = reachesOf(hero, standing);
  const done = standing.certified !== null || bound?.out === 0;
  if (standing.line === null || done) return null;
  return (
    <ul className="count-legend">
      {expected !== null && expected.out > 0 && (
        <li>
          <Swatch hatched />
          {text.ifExpected(name, ...endsOf(expected, picture))}
        </li>
      )}
      <li>
        <Swatch hatched={expected === null} />
        {bound === null ? text.possibleUnknown : text.possible(name, ...endsOf(bound, picture))}
      </li>
    </ul>
  );
}

function endsOf({ min, max }: Reach, { definition, language }: Picture): [string, string] {
  const line = lineOf(definition.contest.rule);
  return [shareText(min, line, language), shareText(max, line, language)];
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
