import { useId, useState } from 'react';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Amendment, ChoiceAmendment } from '../../shared/election/amendment.ts';
import type { Choice } from '../../shared/election/contest.ts';
import { amendmentWords } from '../words/desk-amendments.ts';
import { NOTHING } from '../words/format.ts';
import type { AmendParts } from './amend-parts.ts';

const FLAGS = ['withdrawn', 'eligible', 'counts'] as const;
type Flags = Readonly<Record<(typeof FLAGS)[number], boolean>>;

/** A withdrawal, and what the law makes of it. */
export function AmendChoice({ definition, language, onChange }: AmendParts) {
  const text = amendmentWords(language);
  const { choices } = definition.contest;
  const id = useId();
  const [choice, setChoice] = useState<Choice | null>(null);
  const [flags, setFlags] = useState<Flags | null>(null);

  function keep(next: Choice | null, set: Flags | null) {
    setChoice(next);
    setFlags(set);
    onChange(next === null || set === null ? null : changesOf(next, set));
  }

  return (
    <>
      <p className="dialog-field">
        <label htmlFor={id}>{text.choice}</label>
        <select
          id={id}
          value={choice?.id ?? ''}
          onChange={(event) => {
            const next = choices.find((one) => one.id === event.target.value) ?? null;
            keep(next, next);
          }}
        >
          <option value="">{NOTHING}</option>
          {choices.map((one) => (
            <option key={one.id} value={one.id}>
              {one.name}
            </option>
          ))}
        </select>
      </p>
      {choice !== null &&
        flags !== null &&
        FLAGS.map((flag) => (
          <p key={flag} className="dialog-field">
            <label>
              <input
                type="checkbox"
                checked={flags[flag]}
                onChange={(event) => keep(choice, { ...flags, [flag]: event.target.checked })}
              />{' '}
              {text[flag]}
            </label>
          </p>
        ))}
    </>
  );
}

/** Only what differs; null where nothing does. */
function changesOf(choice: Choice, flags: Flags): Amendment | null {
  const changed = FLAGS.filter((flag) => flags[flag] !== choice[flag]);
  if (changed.length === 0) return null;
  const change: ChoiceAmendment = Object.fromEntries(changed.map((flag) => [flag, flags[flag]]));
  // `as`: Object.fromEntries forgets the brand.
  return {
    choices: Object.fromEntries([[choice.id, change]]) as Record<ChoiceId, ChoiceAmendment>,
  };
}
