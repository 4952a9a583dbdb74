import { useId } from 'react';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { HATCH } from '../design/hatch.tsx';
import { type Hue, hueOfChoice } from '../design/party-hue.ts';
import { countChartWords } from '../words/count-chart.ts';
import { clockTime, type Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import type { Ahead, CountChart as Layout, ShareLine } from './count-chart-layout.ts';
import { crossingLabels } from './crossing-labels.ts';

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
  /** The share that belongs to a name, as everywhere else on the page. */
  readonly shareOf: (choice: ChoiceId) => string;
}

/** Shares over votes counted, against the line: solid what is counted, hatched what is not. */
export function CountChart(props: CountChartProps) {
  const { layout, width, height, summary } = props;
  const title = useId();
  const room = layout.right - (layout.hero?.end.x ?? layout.left);
  return (
    <svg
      className="count-chart"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-labelledby={title}
    >
      <title id={title}>{summary}</title>
      {layout.band !== null && <path className="count-band" d={layout.band} />}
      <Axes {...props} />
      <AheadRange ahead={layout.possible} className="count-possible" />
      <AheadRange ahead={layout.expected ?? layout.possible} className="count-ahead" fill={HATCH} />
      {layout.lineY !== null && <LineAcross {...layout} lineY={layout.lineY} />}
      {[...layout.rivals].reverse().map((share) => (
        <Share key={share.choice} share={share} hue={hueOf(props, share.choice)} rival />
      ))}
      {layout.hero !== null && (
        <Share share={layout.hero} hue={hueOf(props, layout.hero.choice)} rival={false} />
      )}
      <Crossings {...props} />
      <Names {...props} room={room} />
    </svg>
  );
}

function hueOf({ definition }: CountChartProps, id: ChoiceId): Hue {
  const choice = definition.contest.choices.find((one) => one.id === id);
  return choice === undefined
    ? { className: 'hue-o', color: null }
    : hueOfChoice(definition, choice);
}

function Axes({ layout, axis, language, height }: CountChartProps) {
  const { left, right, bottom, wide, lineY } = layout;
  const percent = language === 'es' ? ' %' : '%';
  const across = wide ? QUARTERS : ([0, 0.5, 1] as const);
  return (
    <g className="count-axes">
      {QUARTERS.map((share) => {
        const y = layout.y(share);
        if (lineY !== null && share > 0 && Math.abs(y - lineY) < 14) return null;
        return (
          <text key={share} x={left - 8} y={y + 4.5} textAnchor="end">
            {`${100 * share}${share === 1 ? percent : ''}`}
          </text>
        );
      })}
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

/** Where a share met the line; named as far as the names have room, all of them in the text beneath. */
function Crossings({ layout, definition, language }: CountChartProps) {
  const { lineY, crossings } = layout;
  if (lineY === null) return null;
  const text = countChartWords(language);
  const { timeZone } = definition.election;
  const said = crossings.map(({ choice, nightAt, over }) => {
    const time = clockTime(nightAt, timeZone, language);
    return (over ? text.over : text.under)(nameOf(definition, choice), time);
  });
  return (
    <g className="count-crossings">
      {crossings.map(({ choice, nightAt, x }) => (
        <circle key={`${choice} ${nightAt}`} cx={x} cy={lineY} r="4.5" />
      ))}
      {crossingLabels(crossings, said, layout).map(({ x, textX, anchor, over, text: label }) => {
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

/** In pixels: less than this right of now, and the names stand beside the plot. */
const NAME_ROOM = 130;

function Names({ layout, definition, shareOf, room }: CountChartProps & { room: number }) {
  const { hero, rivals, wide, lineY } = layout;
  if (hero === null) return null;
  if (!wide) {
    const up = lineY === null || hero.end.over;
    return (
      <g className="count-names">
        <text
          className="count-hero-name"
          x={Math.min(hero.end.x + 6, layout.right)}
          y={hero.end.y + (up ? -11 : 21)}
          textAnchor={hero.end.x - layout.left < 60 ? 'start' : 'end'}
        >
          {shareOf(hero.choice)}
        </text>
        {rivals.slice(0, 1).map(({ choice, end }) => (
          <text
            key={choice}
            x={end.x - layout.left < 110 ? end.x + 8 : end.x}
            y={end.y - 9}
            textAnchor={end.x - layout.left < 110 ? 'start' : 'end'}
          >
            {nameOf(definition, choice)} {shareOf(choice)}
          </text>
        ))}
      </g>
    );
  }
  const beside = room < NAME_ROOM;
  return (
    <g className="count-names">
      {[hero, ...rivals].map(({ choice, end, labelY }) => (
        <text
          key={choice}
          className={choice === hero.choice ? 'count-hero-name' : ''}
          x={(beside ? layout.right : end.x) + 12}
          y={nameY(choice === hero.choice, end.over, labelY, beside || lineY === null)}
        >
          {nameOf(definition, choice)} {shareOf(choice)}
        </text>
      ))}
    </g>
  );
}

/** On the plot the hero's name stands clear of the line, on its own side of it. */
function nameY(isHero: boolean, over: boolean, labelY: number, beside: boolean): number {
  if (!isHero || beside) return labelY + 5;
  return over ? Math.min(labelY + 5, labelY - 8) : labelY + 20;
}
