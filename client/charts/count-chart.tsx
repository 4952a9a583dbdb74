import { useId } from 'react';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { HATCH } from '../design/hatch.tsx';
import { type Hue, hueOfChoice } from '../design/party-hue.ts';
import { countChartWords } from '../words/count-chart.ts';
import { clockTime, type Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { lineText } from '../words/rule-words.ts';
import type { Ahead, CountChart as Layout, ShareLine } from './count-chart-layout.ts';
import { CountNames } from './count-names.tsx';
import { crossingLabels } from './crossing-labels.ts';
import { RangeEnds } from './range-ends.tsx';

const QUARTERS = [0, 0.25, 0.5, 0.75, 1] as const;

export interface CountChartProps {
  readonly layout: Layout;
  readonly definition: Definition;
  readonly language: Language;
  readonly width: number;
  readonly height: number;
  /** Under the picture: what the votes counted are a part of. */
  readonly axis: string;
  /** The picture in one sentence. */
  readonly summary: string;
  /** Lowest and highest final share, printed: by the estimate, and at all. */
  readonly ranges: {
    readonly expected: readonly [string, string] | null;
    readonly possible: readonly [string, string] | null;
  };
  /** The share that belongs to a name, as everywhere else on the page. */
  readonly shareOf: (choice: ChoiceId) => string;
}

/** Shares over votes counted, against the line: solid what is counted, hatched what is not. */
export function CountChart(props: CountChartProps) {
  const { layout, width, height, summary } = props;
  const id = useId();
  const crossings = crossingTexts(props);
  return (
    <svg
      className="count-chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}desc`}
    >
      <title id={`${id}title`}>{summary}</title>
      <desc id={`${id}desc`}>{crossings.join('. ')}</desc>
      {layout.band !== null && <path className="count-band" d={layout.band} />}
      <Axes {...props} />
      <AheadRange ahead={layout.possible} className="count-possible" />
      <AheadRange ahead={layout.hatched} className="count-ahead" fill={HATCH} />
      {layout.lineY !== null && <LineAcross {...layout} lineY={layout.lineY} />}
      {[...layout.rivals].reverse().map((share) => (
        <Share key={share.choice} share={share} hue={hueOf(props, share.choice)} rival />
      ))}
      {layout.hero !== null && (
        <Share share={layout.hero} hue={hueOf(props, layout.hero.choice)} rival={false} />
      )}
      <Crossings layout={layout} texts={crossings} />
      <BandNames {...props} />
      <RangeEnds {...props} />
      <CountNames {...props} />
    </svg>
  );
}

function hueOf({ definition }: CountChartProps, id: ChoiceId): Hue {
  const choice = definition.contest.choices.find((one) => one.id === id);
  return choice === undefined
    ? { className: 'hue-o', color: null }
    : hueOfChoice(definition, choice);
}

function Axes({ layout, definition, axis, language, height }: CountChartProps) {
  const { left, right, bottom, wide, lineY } = layout;
  const line = lineOf(definition.contest.rule);
  const percent = language === 'es' ? ' %' : '%';
  const across = wide ? QUARTERS : ([0, 0.5, 1] as const);
  return (
    <g className="count-axes">
      {QUARTERS.map((share) => {
        const y = layout.y(share);
        if (lineY !== null && Math.abs(y - lineY) < 14) return null;
        return (
          <text key={share} x={left - 8} y={y + 4.5} textAnchor="end">
            {`${100 * share}${share === 1 ? percent : ''}`}
          </text>
        );
      })}
      {line !== null && lineY !== null && (
        <text className="count-line-name" x={left - 8} y={lineY + 5} textAnchor="end">
          {lineText(line, language)}
        </text>
      )}
      <line x1={left} x2={right} y1={bottom} y2={bottom} />
      {across.map((part) => {
        const x = left + (right - left) * part;
        return (
          <g key={part}>
            <line x1={x} x2={x} y1={bottom} y2={bottom + 5} />
            <text x={x} y={bottom + 20} textAnchor="middle">
              {`${100 * part}${percent}`}
            </text>
          </g>
        );
      })}
      <text x={left} y={height - 6}>
        {axis}
      </text>
    </g>
  );
}

function AheadRange(props: { ahead: Ahead | null; className: string; fill?: string }) {
  const { ahead, className, fill } = props;
  if (ahead === null) return null;
  const { x, width, top, bottom } = ahead;
  const paint = fill === undefined ? {} : { fill };
  return (
    <rect className={className} x={x} y={top} width={width} height={bottom - top} {...paint} />
  );
}

function LineAcross({ left, right, lineY }: Layout & { lineY: number }) {
  return (
    <>
      <line className="count-halo" x1={left} x2={right} y1={lineY} y2={lineY} />
      <line className="count-line" x1={left} x2={right} y1={lineY} y2={lineY} />
    </>
  );
}

function Share({ share, hue, rival }: { share: ShareLine; hue: Hue; rival: boolean }) {
  const { d, end } = share;
  const own = hue.color === null ? {} : { stroke: hue.color };
  const fill = hue.color === null ? {} : { fill: hue.color };
  return (
    <g className={hue.className ?? ''} data-rival={rival}>
      {!rival && <path className="count-casing" d={d} />}
      <path className="count-share" d={d} {...own} />
      <circle className="count-end" cx={end.x} cy={end.y} r={rival ? 3 : 5} {...fill} />
    </g>
  );
}

function crossingTexts({ layout, definition, language }: CountChartProps): readonly string[] {
  const text = countChartWords(language);
  const { timeZone } = definition.election;
  return layout.crossings.map(({ choice, nightAt, over }) => {
    const time = clockTime(nightAt, timeZone, language);
    return (over ? text.over : text.under)(nameOf(definition, choice), time);
  });
}

/** Where a share met the line; named as far as the names have room, all of them in the description. */
function Crossings({ layout, texts }: { layout: Layout; texts: readonly string[] }) {
  const { lineY, crossings } = layout;
  if (lineY === null) return null;
  return (
    <g className="count-crossings">
      {crossings.map(({ choice, nightAt, x }) => (
        <circle key={`${choice} ${nightAt}`} cx={x} cy={lineY} r="4.5" />
      ))}
      {crossingLabels(crossings, texts, layout).map(({ x, textX, anchor, over, text: label }) => {
        const side = over ? -1 : 1;
        return (
          <g key={label}>
            <line x1={x} x2={x} y1={lineY + side * 5} y2={lineY + side * 30} />
            <text x={textX} y={lineY + (over ? -36 : 44)} textAnchor={anchor}>
              {label}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** In pixels of band: with less there is no room for its names. */
const BAND_ROOM = 220;

/** What the upper and the lower edge of the band are. */
function BandNames({ layout, language }: CountChartProps) {
  const { band, hero, left, wide, ceilingAt, floorAt } = layout;
  if (!wide || band === null || hero === null || hero.end.x - left < BAND_ROOM) return null;
  const text = countChartWords(language);
  return (
    <g className="count-band-names">
      <text {...ceilingAt} dy="18">
        {text.ceiling}
      </text>
      <text {...floorAt} dy="-9" textAnchor="end">
        {text.floor}
      </text>
    </g>
  );
}
