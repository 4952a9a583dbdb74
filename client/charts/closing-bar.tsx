import type { ReactNode } from 'react';
import type { Choice } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { hueOfChoice, OTHERS } from '../design/party-hue.ts';
import { integer, type Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import { Bar } from './bar.tsx';
import { frontsOf } from './closing-bar-layout.ts';
import { Figure } from './figure.tsx';
import { type Frame, votesOf, whole } from './frame.ts';
import { handsIn } from './hands-in.ts';
import { Track } from './track.tsx';

/**
 * Votes in hand closing on the line: the leader's from the left, everyone else's from the right,
 * what is not counted between them. The first to cross settles it.
 *
 * @param of the whole that it is measured by, in words
 * @param between what is not counted, in words
 */
export function ClosingBar(props: {
  definition: Definition;
  leader: Choice;
  language: Language;
  of: string;
  between: ReactNode;
  note: string | null;
}) {
  const { definition, leader, language, of, between, note } = props;
  const text = words(language);
  const line = lineOf(definition.contest.rule);
  if (line === null) return null;
  const fronts = (frame: Frame) => frontsOf(handsIn(frame, leader.id), line);
  return (
    <div className="closing">
      <div className="closing-title">
        <strong>{text.votesInHand}</strong> <span>{of}</span>
      </div>
      <div className="closing-track">
        <Track line={line} uncounted className="closing-bars">
          <Bar end={(frame) => fronts(frame).leaderEnd} hue={hueOfChoice(definition, leader)} />
          <Bar end={(frame) => fronts(frame).restStart} hue={OTHERS} from="right" />
        </Track>
        <div className="closing-hands">
          <span className="closing-hand">
            {nameOf(definition, leader.id)}{' '}
            <Figure
              print={(frame) =>
                integer(
                  whole(frame, (figures) => votesOf(figures, leader.id)),
                  language,
                )
              }
            />
          </span>
          <strong className="closing-between">{between}</strong>
          <span className="closing-hand">
            {text.everyoneElse}{' '}
            <Figure
              print={(frame) =>
                integer(
                  whole(frame, (figures) => figures.counted - votesOf(figures, leader.id)),
                  language,
                )
              }
            />
          </span>
        </div>
        {note !== null && <p className="closing-note">{note}</p>}
      </div>
    </div>
  );
}
