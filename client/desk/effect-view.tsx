import type { ChoiceId } from '../../shared/basics/ids.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { printShare } from '../../shared/results/print-share.ts';
import { deskWords } from '../words/desk.ts';
import { nameOf } from '../words/names-text.ts';
import type { DeskView } from './desk-view.ts';
import type { PublishEffect } from './publish-effect.ts';

type EffectProps = Pick<DeskView, 'definition' | 'language'> & { readonly effect: PublishEffect };

const DECIMALS = 2;

/** Before and after, of whom the line is about. */
export function EffectShares({
  definition,
  language,
  effect,
  unit,
}: EffectProps & { unit: string }) {
  const text = deskWords(language);
  const line = lineOf(definition.contest.rule);
  const print = ({ num, den }: PublishEffect['before']) =>
    den === 0 ? text.noCount : printShare(num, den, line, language, DECIMALS);
  return (
    <dl className="effect-shares">
      <dt>{text.nowPublic(nameOf(definition, effect.choice))}</dt>
      <dd>{print(effect.before)}</dd>
      <dt>{text.afterUnit(unit)}</dt>
      <dd>{print(effect.after)}</dd>
    </dl>
  );
}

/** In words where the line is crossed, or someone else would lead. */
export function EffectWords({ definition, language, effect }: EffectProps) {
  const text = deskWords(language);
  const name = (choice: ChoiceId) => nameOf(definition, choice);
  return (
    <>
      {effect.crossings.map(({ choice, side }) => (
        <p key={choice} className="effect-crossing">
          {(side === 'over' ? text.crossOver : text.crossUnder)(name(choice))}
          <span className="effect-note">{text.twice}</span>
        </p>
      ))}
      {effect.newLeader !== null && (
        <p className="effect-leader">{text.newLeader(name(effect.newLeader))}</p>
      )}
    </>
  );
}
