import { type ReactNode, useState } from 'react';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Choice } from '../../shared/election/contest.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { PartyChip } from '../design/party-chip.tsx';
import { hueOfChoice, OTHERS, partyOf } from '../design/party-hue.ts';
import type { Language } from '../words/format.ts';
import { integer, part } from '../words/format.ts';
import { words } from '../words/words.ts';
import { Bar } from './bar.tsx';
import { choiceShareText } from './choice-share-text.ts';
import { Figure } from './figure.tsx';
import { type Frame, shareIn, stepped, sumOf, votesOf, whole } from './frame.ts';
import { LineAxis } from './line-axis.tsx';
import { LineLayer } from './line-layer.tsx';
import { placesOf } from './threshold-bars-layout.ts';
import { Track } from './track.tsx';
import { barEnd } from './track-layout.ts';
import { useSlidingPlaces } from './use-sliding-places.ts';
import { usePainted } from './use-stage.tsx';

/**
 * Every share against the line: the leader tall, rivals short, the rest as one row with their exact
 * sum. One node for each choice, all night.
 *
 * @param order votes by which the rows are placed: those that have arrived, not those on their way
 */
export function ThresholdBars(props: {
  definition: Definition;
  order: readonly { readonly id: ChoiceId; readonly votes: number }[];
  language: Language;
  /** Under the leader's bar. */
  underLeader?: ReactNode;
  /** Under all bars, against the same line. */
  children?: ReactNode;
}) {
  const { definition, order, language, underLeader, children } = props;
  const [unfolded, setUnfolded] = useState(false);
  const places = placesOf(order, unfolded);
  const list = useSlidingPlaces([...places.rows, ...places.folded]);
  const line = lineOf(definition.contest.rule);
  const choices = new Map(definition.contest.choices.map((choice) => [choice.id, choice]));
  const canFold = placesOf(order, false).folded.length > 0;
  const high = line !== null && 2 * line.num > line.den;
  return (
    <div className="bars" data-line={high ? 'high' : 'low'}>
      {line !== null && <LineAxis definition={definition} line={line} language={language} />}
      <div className="bars-body">
        {line !== null && (
          <div className="line-place">
            <LineLayer line={line} />
          </div>
        )}
        <ol className="bar-rows" ref={list}>
          {[...places.rows, ...places.folded].map((id, at) => {
            const choice = choices.get(id);
            if (choice === undefined) return null;
            return (
              <BarRow
                key={id}
                definition={definition}
                choice={choice}
                language={language}
                lead={at === 0}
                folded={at >= places.rows.length}
              >
                {at === 0 && underLeader}
              </BarRow>
            );
          })}
        </ol>
        {places.folded.length > 0 && (
          <OthersRow
            definition={definition}
            folded={places.folded}
            language={language}
            onUnfold={() => setUnfolded(true)}
          />
        )}
        {unfolded && canFold && (
          <div className="fewer">
            <FoldButton unfolded onPress={() => setUnfolded(false)}>
              {words(language).showFewer}
            </FoldButton>
          </div>
        )}
        {children}
      </div>
    </div>
  );
}

function BarRow(props: {
  definition: Definition;
  choice: Choice;
  language: Language;
  lead: boolean;
  folded: boolean;
  children: ReactNode;
}) {
  const { definition, choice, language, lead, folded, children } = props;
  const line = lineOf(definition.contest.rule);
  const party = partyOf(definition, choice);
  const label = usePainted<HTMLDivElement, boolean>(
    ({ struck }) => struck.has(choice.id),
    (node, struck) => {
      node.dataset.struck = String(struck);
    },
  );
  return (
    <li className="bar-row" data-id={choice.id} data-lead={lead} hidden={folded}>
      <div className="bar-label" ref={label.ref}>
        <span className="bar-name">
          {choice.name} {party !== null && <PartyChip party={party} />}
        </span>
        <Figure
          className="figure bar-share"
          print={(frame) => choiceShareText(definition, frame, choice.id, language)}
        />
        <Figure
          className="figure bar-votes"
          print={(frame) => votesText(frame, choice.id, language)}
        />
      </div>
      <Track line={line}>
        <Bar
          end={(frame) => barEnd(shareIn(frame, choice.id), line)}
          hue={hueOfChoice(definition, choice)}
        />
      </Track>
      {children}
    </li>
  );
}

function votesText(frame: Frame, choice: ChoiceId, language: Language): string {
  return integer(
    whole(frame, (figures) => votesOf(figures, choice)),
    language,
  );
}

function OthersRow(props: {
  definition: Definition;
  folded: readonly ChoiceId[];
  language: Language;
  onUnfold: () => void;
}) {
  const { definition, folded, language, onUnfold } = props;
  const line = lineOf(definition.contest.rule);
  const sum = (frame: Frame) => ({
    num: stepped(frame, (figures) => sumOf(figures, folded)),
    den: stepped(frame, ({ counted }) => counted),
  });
  return (
    <div className="bar-row">
      <div className="bar-label">
        <span className="bar-name">
          <FoldButton unfolded={false} onPress={onUnfold}>
            {words(language).others(folded.length)}
          </FoldButton>
        </span>
        <Figure
          className="figure bar-share"
          print={(frame) => part(sum(frame).num, sum(frame).den, language)}
        />
        <Figure
          className="figure bar-votes"
          print={(frame) =>
            integer(
              whole(frame, (figures) => sumOf(figures, folded)),
              language,
            )
          }
        />
      </div>
      <Track line={line}>
        <Bar end={(frame) => barEnd(sum(frame), line)} hue={OTHERS} />
      </Track>
    </div>
  );
}

function FoldButton(props: { unfolded: boolean; onPress: () => void; children: ReactNode }) {
  const { unfolded, onPress, children } = props;
  return (
    <button className="fold-button" type="button" aria-expanded={unfolded} onClick={onPress}>
      {children}
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M1 3.5 L6 8.5 L11 3.5" />
      </svg>
    </button>
  );
}
