import { lineOf } from '../../shared/election/rule.ts';
import { barEnd, lineBand, TRACK } from '../charts/track-layout.ts';
import { hueOfChoice } from '../design/party-hue.ts';
import { deskWords } from '../words/desk.ts';
import type { DeskView } from './desk-view.ts';
import { EffectShares, EffectWords } from './effect-view.tsx';
import type { PublishEffect } from './publish-effect.ts';
import type { Keying } from './use-keying.ts';

type Props = Pick<DeskView, 'definition' | 'language'>;

/** What publishing would do to the one whom the line is about, to two decimals, and in words where the line is crossed. */
export function IfYouPublish({
  keying,
  isOpen,
  ...props
}: Props & { keying: Keying | null; isOpen: boolean }) {
  const text = deskWords(props.language);
  const effect = keying?.effect ?? null;
  return (
    <section className="desk-effect">
      <h2>{text.ifYouPublish}</h2>
      {keying === null || effect === null ? (
        <p className="desk-note">{isOpen ? text.noChange : text.beforeClose}</p>
      ) : (
        <>
          <EffectShares {...props} effect={effect} unit={keying.unit.name} />
          <Bars {...props} effect={effect} />
          {keying.willHold ? (
            <p className="desk-note">{text.willHold}</p>
          ) : (
            <EffectWords {...props} effect={effect} />
          )}
        </>
      )}
    </section>
  );
}

function Bars({ definition, effect }: Pick<Props, 'definition'> & { effect: PublishEffect }) {
  const line = lineOf(definition.contest.rule);
  const choice = definition.contest.choices.find(({ id }) => id === effect.choice);
  const hue = choice === undefined ? null : hueOfChoice(definition, choice);
  const own = hue?.color == null ? {} : { fill: hue.color };
  const band = line === null ? null : lineBand(line);
  return (
    <svg
      className="effect-bars"
      viewBox={`0 0 ${TRACK} 180`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {[20, 100].map((top) => (
        <rect key={top} className="effect-track" y={top} width={TRACK} height="60" />
      ))}
      {band !== null && (
        <rect className="the-line" x={band.start} width={band.end - band.start} height="180" />
      )}
      {[effect.before, effect.after].map((share, at) => (
        <rect
          // biome-ignore lint/suspicious/noArrayIndexKey: before is always the first, after the second
          key={at}
          className={`${hue?.className ?? ''} ${hue?.className == null ? '' : 'hue-fill'}`}
          y={at === 0 ? 20 : 100}
          width={barEnd(share, line)}
          height="60"
          {...own}
        />
      ))}
    </svg>
  );
}
