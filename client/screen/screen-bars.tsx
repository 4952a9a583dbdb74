import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Choice } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { type Line, lineOf } from '../../shared/election/rule.ts';
import { Bar } from '../charts/bar.tsx';
import { Figure } from '../charts/figure.tsx';
import { type Frame, shareIn } from '../charts/frame.ts';
import { placesOf } from '../charts/threshold-bars-layout.ts';
import { Track } from '../charts/track.tsx';
import { barEnd, lineBand } from '../charts/track-layout.ts';
import { useSlidingPlaces } from '../charts/use-sliding-places.ts';
import { PartyChip } from '../design/party-chip.tsx';
import { hueOfChoice, partyOf } from '../design/party-hue.ts';
import { choiceOf, countingChoices, heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { nameOf } from '../words/names-text.ts';
import { pointsText } from '../words/points-text.ts';
import { shareText } from '../words/share-text.ts';
import { rivalRows } from './rival-rows.ts';
import { After } from './screen-after.tsx';
import { SCREEN_LINE_WIDTH } from './screen-line.ts';

/** So many letters of a rival's name fit before the line; of a longer one, the surname stands. */
const ROOM_FOR_NAME = 16;
/** In units of the track. */
const POINTS_AT_MOST = 780;

/** The leader's bar across the screen, and under it those who come next, all from the same edge. */
export function ScreenBars(picture: Picture) {
  const { definition, standing, language } = picture;
  const line = lineOf(definition.contest.rule);
  const hero = heroOf(definition, standing);
  const counting = countingChoices(standing);
  const rivals = placesOf(counting, true).rows.flatMap((id) =>
    counting.filter((choice) => choice.id === id && id !== hero.id),
  );
  const rows = rivalRows(rivals, ({ id }) => shownName(definition, choiceOf(definition, id)));
  const list = useSlidingPlaces(rows.map(({ rival, isLong }) => `${rival.id}${isLong ? '+' : ''}`));
  return (
    <section className="screen-bars">
      <div className="screen-lead-bar" key={hero.id}>
        <ChoiceTrack choice={choiceOf(definition, hero.id)} {...picture} open />
        {line !== null && standing.counted > 0 && (
          <After end={(frame) => pointsStart(frame, hero.id, line)}>
            <Figure
              className="figure screen-points"
              print={(frame) => pointsText(shareIn(frame, hero.id), line, language)}
            />
          </After>
        )}
      </div>
      <ol className="screen-rivals" ref={list}>
        {rows.map(({ rival: { id }, isLong }) => (
          <Rival key={id} choice={choiceOf(definition, id)} isLong={isLong} {...picture} />
        ))}
      </ol>
    </section>
  );
}

/** Behind the bar, never left of the line, and never so far right that it leaves the screen. */
function pointsStart(frame: Frame, choice: ChoiceId, line: Line): number {
  const end = barEnd(shareIn(frame, choice), line, SCREEN_LINE_WIDTH);
  const afterLine = lineBand(line, SCREEN_LINE_WIDTH).gapEnd;
  return Math.min(Math.max(end, afterLine), Math.max(afterLine, POINTS_AT_MOST));
}

function shownName(definition: Definition, { id, name }: Choice): string {
  return name.length > ROOM_FOR_NAME ? nameOf(definition, id) : name;
}

function Rival({ choice, isLong, ...picture }: Picture & { choice: Choice; isLong: boolean }) {
  const { definition, standing, language } = picture;
  const line = lineOf(definition.contest.rule);
  const party = partyOf(definition, choice);
  return (
    <li className="screen-rival" data-id={choice.id} data-long={isLong}>
      <ChoiceTrack choice={choice} {...picture} />
      {standing.counted > 0 && (
        <After end={(frame) => barEnd(shareIn(frame, choice.id), line, SCREEN_LINE_WIDTH)}>
          <Figure
            className="figure screen-rival-share"
            print={(frame) => shareText(shareIn(frame, choice.id), line, language)}
          />
          <span className="screen-rival-name">
            {shownName(definition, choice)} {party !== null && <PartyChip party={party} />}
          </span>
        </After>
      )}
    </li>
  );
}

function ChoiceTrack(props: Picture & { choice: Choice; open?: boolean }) {
  const { definition, choice, open = false } = props;
  const line = lineOf(definition.contest.rule);
  return (
    <Track line={line} lineWidth={SCREEN_LINE_WIDTH} className={open ? '' : 'screen-bare'}>
      <Bar
        end={(frame) => barEnd(shareIn(frame, choice.id), line, SCREEN_LINE_WIDTH)}
        hue={hueOfChoice(definition, choice)}
      />
    </Track>
  );
}
