import { apartLabels } from './apart-labels.ts';
import type { CountChartProps } from './count-chart.tsx';
import type { Ahead } from './count-chart-layout.ts';
import { NAME_ROOM } from './count-names.tsx';

/** Beside the plot, where the two ranges end: solid by the estimate, dashed what is possible at all. */
export function RangeEnds({ layout, ranges }: CountChartProps) {
  const { expected, possible, hero, right, wide } = layout;
  const x = right + 9;
  // The names stand there: the brackets alone have room.
  const named = wide && hero !== null && right - hero.end.x < NAME_ROOM;
  const ends = [
    ...endsOf(possible, ranges.possible, false),
    ...endsOf(expected, ranges.expected, true),
  ];
  const labels = apartLabels(ends.map(({ y }) => y));
  return (
    <g className="count-ranges">
      {possible !== null && ranges.possible !== null && <Bracket {...possible} x={x} dashed />}
      {expected !== null && ranges.expected !== null && (
        <Bracket {...expected} x={x} dashed={false} />
      )}
      {(named ? [] : ends).map(({ y, text, strong }, at) => (
        <text key={`${text} ${y}`} data-strong={strong} x={x + 8} y={(labels[at] ?? y) + 4.5}>
          {wide ? text : text.replace(/\s?%$/, '')}
        </text>
      ))}
    </g>
  );
}

function endsOf(ahead: Ahead | null, text: readonly [string, string] | null, strong: boolean) {
  if (ahead === null || text === null) return [];
  const [min, max] = text;
  return [
    { y: ahead.top, text: max, strong },
    { y: ahead.bottom, text: min, strong },
  ];
}

function Bracket({
  top,
  bottom,
  x,
  dashed,
}: Pick<Ahead, 'top' | 'bottom' | 'x'> & { dashed: boolean }) {
  return (
    <path
      className={dashed ? 'count-possible' : 'count-bracket'}
      d={`M${x - 4} ${top}H${x}V${bottom}H${x - 4}`}
    />
  );
}
