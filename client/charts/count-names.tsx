import { nameOf } from '../words/names-text.ts';
import type { CountChartProps } from './count-chart.tsx';

/** In pixels: with less right of now, names stand beside the plot. */
export const NAME_ROOM = 130;
/** In pixels: with less left of now, a name begins at it. */
const NARROW_ROOM = 110;

/** Who each stroke is, with the share it has now. */
export function CountNames(props: CountChartProps) {
  return props.layout.wide ? <WideNames {...props} /> : <NarrowNames {...props} />;
}

function WideNames({ layout, definition, shareOf }: CountChartProps) {
  const { hero, rivals, right, lineY } = layout;
  if (hero === null) return null;
  const beside = right - hero.end.x < NAME_ROOM;
  return (
    <g className="count-names">
      {[hero, ...rivals].map(({ choice, end, labelY }) => {
        const isHero = choice === hero.choice;
        // On the plot the hero's name stands clear of the line, on its own side of it.
        const clear = isHero && !beside && lineY !== null;
        return (
          <text
            key={choice}
            className={isHero ? 'count-hero-name' : ''}
            x={beside ? right + 18 : end.x + 12}
            y={clear ? labelY + (end.over ? -8 : 20) : labelY + 5}
          >
            {nameOf(definition, choice)} {shareOf(choice)}
          </text>
        );
      })}
    </g>
  );
}

/** The leader's number and the second's name: more has no room. */
function NarrowNames({ layout, definition, shareOf }: CountChartProps) {
  const { hero, rivals, left, lineY } = layout;
  if (hero === null) return null;
  const [second] = rivals;
  const isEarly = hero.end.x - left < NARROW_ROOM;
  const place = isEarly
    ? ({ dx: 8, textAnchor: 'start' } as const)
    : ({ textAnchor: 'end' } as const);
  const isUp = lineY === null || hero.end.over;
  return (
    <g className="count-names">
      <text
        className="count-hero-name"
        x={hero.end.x}
        y={hero.end.y + (isUp ? -11 : 21)}
        {...place}
      >
        {shareOf(hero.choice)}
      </text>
      {second !== undefined && (
        <text x={second.end.x} y={second.end.y - 9} {...place}>
          {nameOf(definition, second.choice)} {shareOf(second.choice)}
        </text>
      )}
    </g>
  );
}
