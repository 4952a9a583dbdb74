import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Definition } from '../../shared/election/definition.ts';
import { lineOf } from '../../shared/election/rule.ts';
import type { Standing } from '../../shared/results/standing.ts';
import { type Hue, hueOfChoice, OTHERS } from '../design/party-hue.ts';
import { nameOf } from '../words/names-text.ts';
import { type BlocInput, blocSegments } from './bloc-bar-layout.ts';
import { LineFoot } from './line-foot.tsx';
import { LineLayer } from './line-layer.tsx';
import { Track } from './track.tsx';

/** In units: a name has no room in less. */
const LABEL_ROOM = 85;

/** All votes as one bar, party by party, against the same line. */
export function BlocBar({
  definition,
  standing,
  lineName,
}: {
  definition: Definition;
  standing: Standing;
  /** Under the line. */
  lineName: string;
}) {
  const line = lineOf(definition.contest.rule);
  const hues = new Map(
    definition.contest.choices.map((choice) => [choice.id, hueOfChoice(definition, choice)]),
  );
  const segments = blocSegments(blocInputs(definition, standing), standing.counted, line);
  return (
    <div className="bloc-bar">
      {line !== null && <LineLayer line={line} />}
      <Track line={line} className="bloc-track">
        {segments.map(({ choice, start, end, first }) => {
          const place = { x: start, width: Math.max(0, end - start - 1), height: 100 };
          return (
            <g key={choice}>
              <rect className="bloc-ground" {...place} />
              <rect {...place} opacity={first ? 1 : 0.62} {...paint(hues.get(choice) ?? OTHERS)} />
            </g>
          );
        })}
      </Track>
      <svg className="bloc-labels" aria-hidden="true">
        {segments
          .filter(({ start, end }) => end - start >= LABEL_ROOM)
          .map(({ choice, start, end, first }) => (
            <text
              key={choice}
              className={first ? `${hues.get(choice)?.className ?? ''} on-hue` : ''}
              x={`${(start + end) / 20}%`}
              y="21.5"
            >
              {nameOf(definition, choice)}
            </text>
          ))}
      </svg>
      {line !== null && <LineFoot line={line} name={lineName} />}
    </div>
  );
}

function blocInputs({ contest }: Definition, standing: Standing): readonly BlocInput[] {
  const votes = new Map(standing.choices.map((choice) => [choice.id, choice.votes]));
  const counting = new Set(contest.choices.filter(({ counts }) => counts).map(({ id }) => id));
  const inBloc = new Set<ChoiceId>(contest.blocs.flatMap(({ choices }) => choices));
  const rest = [...counting].filter((id) => !inBloc.has(id));
  const groups = [
    ...contest.blocs,
    ...(rest.length > 0 ? [{ id: ' rest', name: '', choices: rest }] : []),
  ];
  return groups.map(({ id, choices }) => {
    const own = choices.filter((choice) => counting.has(choice));
    const each = own.map((choice) => ({ id: choice, votes: votes.get(choice) ?? 0 }));
    return { id, votes: each.reduce((sum, choice) => sum + choice.votes, 0), choices: each };
  });
}

function paint(hue: Hue) {
  return hue.className === null ? { fill: hue.color } : { className: `${hue.className} hue-fill` };
}
