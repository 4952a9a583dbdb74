import type { ReactNode } from 'react';
import type { Choice } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { type Line, lineOf } from '../../shared/election/rule.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { Bar } from '../charts/bar.tsx';
import { frontsOf } from '../charts/closing-bar-layout.ts';
import { Figure } from '../charts/figure.tsx';
import { type Frame, votesOf, whole } from '../charts/frame.ts';
import { handsIn } from '../charts/hands-in.ts';
import { Track } from '../charts/track.tsx';
import { TRACK } from '../charts/track-layout.ts';
import { usePainted } from '../charts/use-stage.tsx';
import { hueOfChoice, OTHERS } from '../design/party-hue.ts';
import { choiceOf, heroOf } from '../picture/hero.ts';
import type { Picture } from '../picture/picture.ts';
import { reachOf } from '../picture/reach.ts';
import { estimate, integer, type Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { screenWords } from '../words/screen.ts';
import { words } from '../words/words.ts';
import { After } from './screen-after.tsx';
import { SCREEN_LINE_WIDTH } from './screen-line.ts';

/** Votes in hand closing on the line, and under it what is counted and what is not. */
export function ScreenClosing({ definition, standing, language }: Picture) {
  const text = screenWords(language);
  const line = lineOf(definition.contest.rule);
  const hero = heroOf(definition, standing);
  const leader = choiceOf(definition, hero.id);
  const reach = reachOf(hero, standing);
  const out = standing.certified === null ? (reach?.out ?? 0) : 0;
  const by = reach?.by ?? 'bound';
  const isAll = isEverythingCounted(standing);
  const print = by === 'expected' && !isAll ? estimate : integer;
  const total = print(standing.counted + out, language);
  const { reporting } = standing;
  return (
    <footer className="screen-closing">
      {line !== null && reach !== null && standing.counted > 0 && (
        <div className="screen-closing-bar" key={leader.id}>
          {/* Hatching is drawn in units of the screen, so that it scales with everything else. */}
          <svg viewBox="0 0 864 36" aria-hidden="true">
            <Track line={line} uncounted lineWidth={SCREEN_LINE_WIDTH}>
              <Bar
                end={(frame) => frontsIn(frame, leader, line).leaderEnd}
                hue={hueOfChoice(definition, leader)}
              />
              <Bar
                end={(frame) => frontsIn(frame, leader, line).restStart}
                hue={OTHERS}
                from="right"
              />
            </Track>
          </svg>
          <Hands definition={definition} leader={leader} line={line} language={language} />
        </div>
      )}
      <p className="screen-facts">
        <span>{isAll ? words(language).allVotes(total) : text[OF[by]](total)}</span>
        <strong>{out === 0 ? '' : text[OUT[by]](print(out, language))}</strong>
        <span>
          {standing.certified === null
            ? text.precincts(
                integer(reporting.complete, language),
                integer(reporting.units, language),
              )
            : words(language).source(standing.certified.source)}
        </span>
      </p>
    </footer>
  );
}

/** An estimate that is reached is no proof of it: late ballots may still come. */
function isEverythingCounted({ certified, outstanding }: Standing): boolean {
  return certified !== null || outstanding.bound === 0;
}

/** An estimate and a bound are never said in the same words. */
const OF = { expected: 'ofExpected', bound: 'ofAtMost' } as const;
const OUT = { expected: 'aboutStillToCount', bound: 'stillToCome' } as const;

/**
 * In units of the track: a bar that is shorter has no room for its words, which then stand behind it.
 * Those of the rest are fewer by then, so that they never reach the line.
 */
const ROOM = 270;
const ROOM_FOR_FEW = 200;

interface HandsOf {
  readonly definition: Definition;
  readonly leader: Choice;
  readonly line: Line;
  readonly language: Language;
}

/** Both fronts in words: on their bars where these are long enough. */
function Hands({ definition, leader, line, language }: HandsOf) {
  return (
    <>
      <Hand side="left" length={(frame) => frontsIn(frame, leader, line).leaderEnd}>
        {nameOf(definition, leader.id)}{' '}
        <Figure
          print={(frame) =>
            integer(
              whole(frame, (figures) => votesOf(figures, leader.id)),
              language,
            )
          }
        />
      </Hand>
      <Hand side="right" length={(frame) => TRACK - frontsIn(frame, leader, line).restStart}>
        <span className="screen-hand-long">{words(language).everyoneElse} </span>
        <span className="screen-hand-short">{screenWords(language).theRest} </span>
        <Figure
          print={(frame) =>
            integer(
              whole(frame, (figures) => figures.counted - votesOf(figures, leader.id)),
              language,
            )
          }
        />
      </Hand>
    </>
  );
}

function Hand(props: {
  side: 'left' | 'right';
  length: (frame: Frame) => number;
  children: ReactNode;
}) {
  const { side, length, children } = props;
  const least = side === 'right' ? ROOM_FOR_FEW : ROOM;
  const { ref, first } = usePainted<HTMLSpanElement, Room>(
    (frame) => roomOn(length(frame), least),
    putRoom,
  );
  return (
    <After
      from={side}
      end={(frame) => {
        const long = length(frame);
        return long >= least ? 0 : long;
      }}
    >
      <span ref={ref} className="screen-hand" data-room={first}>
        {children}
      </span>
    </After>
  );
}

/** What of its words fits on a bar. */
type Room = 'all' | 'few' | 'none';

function roomOn(length: number, least: number): Room {
  if (length >= ROOM) return 'all';
  return length >= least ? 'few' : 'none';
}

function putRoom(node: HTMLSpanElement, room: Room): void {
  node.dataset.room = room;
}

function frontsIn(frame: Frame, leader: Choice, line: Line) {
  return frontsOf(handsIn(frame, leader.id), line, SCREEN_LINE_WIDTH);
}
