import { lineOf } from '../../shared/election/rule.ts';
import { type Frame, shareIn } from '../charts/frame.ts';
import { usePainted } from '../charts/use-stage.tsx';
import { PartyChip } from '../design/party-chip.tsx';
import { partyOf } from '../design/party-hue.ts';
import { choiceOf, heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { shareText } from '../words/share-text.ts';

/** So many letters of a name fit left of the line; of more, as many as fit when they are narrower. */
const ROOM_FOR_NAME = 18;

/** Who leads, and the one number that a room must read. */
export function ScreenHero({ definition, standing, language }: Picture) {
  if (standing.counted === 0) return null;
  const hero = choiceOf(definition, heroOf(definition, standing).id);
  const party = partyOf(definition, hero);
  const line = lineOf(definition.contest.rule);
  return (
    <section className="screen-hero">
      <p className="screen-name" data-long={hero.name.length > ROOM_FOR_NAME}>
        {hero.name} {party !== null && <PartyChip party={party} />}
      </p>
      <p className="screen-share" key={hero.id}>
        <Digits print={(frame) => digitsOf(shareText(shareIn(frame, hero.id), line, language))} />
        <span className="screen-percent">%</span>
      </p>
    </section>
  );
}

/** The sign stands beside the digits, smaller. */
function digitsOf(printed: string): string {
  return printed.replace(/\s*%$/, '');
}

/** The more digits it takes to stay on the true side of the line, the smaller they stand. */
function Digits({ print }: { print: (frame: Frame) => string }) {
  const { ref, first } = usePainted<HTMLSpanElement, string>(print, write);
  return (
    <span ref={ref} className="figure screen-digits" data-size={sizeOf(first)}>
      {first}
    </span>
  );
}

function write(node: HTMLSpanElement, digits: string): void {
  node.textContent = digits;
  node.dataset.size = sizeOf(digits);
}

function sizeOf(digits: string): string {
  return String(Math.min(Math.max(digits.length, 4), 8));
}
