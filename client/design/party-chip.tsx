import type { Party } from '../../shared/election/contest.ts';
import { hueOfParty, letterOf, readableOn } from './party-hue.ts';

/** The party's letter on its hue: colour never carries a party alone. Read out as the party's name. */
export function PartyChip({ party }: { party: Party }) {
  const hue = hueOfParty(party);
  const letter = letterOf(party);
  const width = 11 + 9 * letter.length;
  const own = hue.color === null ? {} : { fill: hue.color };
  const on = hue.color === null ? {} : { fill: readableOn(hue.color) };
  const cover = hue.className === null ? '' : 'hue-fill';
  return (
    <svg className={`chip ${hue.className ?? ''}`} viewBox={`0 0 ${width} 20`} role="img">
      <title>{party.name}</title>
      <rect className={cover} width={width} height="20" rx="3" {...own} />
      <text className={hue.className === null ? '' : 'on-hue'} x={width / 2} y="14.7" {...on}>
        {letter}
      </text>
    </svg>
  );
}
