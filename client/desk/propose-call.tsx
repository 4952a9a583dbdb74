import { useId, useState } from 'react';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { CallType } from '../../shared/count/call.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { standingOfView } from '../live/selectors.ts';
import type { ContestView } from '../live/store.ts';
import { deskWords } from '../words/desk.ts';
import { callWords } from '../words/desk-calls.ts';
import type { Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { shareText } from '../words/share-text.ts';
import { CallArithmetic } from './call-arithmetic.tsx';
import { callTypes, namesSomebody } from './call-types.ts';
import { DeskDialog } from './desk-dialog.tsx';
import { GivingNote } from './giving-note.tsx';
import { useGiving } from './use-giving.ts';

interface ProposeProps {
  readonly view: ContestView;
  readonly language: Language;
  readonly onClose: () => void;
}

/** One editor says what is to be called; what the arithmetic says of it stands beside. */
export function ProposeCall({ view, language, onClose }: ProposeProps) {
  const text = callWords(language);
  const { contest } = view.definition;
  const [type, setType] = useState<CallType>(() => callTypes(contest.rule)[0] ?? 'too-early');
  const [named, setNamed] = useState<ReadonlySet<ChoiceId>>(new Set());
  const [source, setSource] = useState('');
  const [reason, setReason] = useState('');
  const giving = useGiving();
  const id = useId();
  const choices = namesSomebody(type) ? [...named] : [];
  const isReady = choices.length > 0 || type === 'runoff' || !namesSomebody(type);

  async function propose() {
    const given = await giving.give('/calls', (callId) => ({
      callId,
      contest: contest.id,
      type,
      choices,
      ...(source.trim() !== '' && { source: source.trim() }),
      ...(reason.trim() !== '' && { reason: reason.trim() }),
    }));
    if (given.ok) onClose();
  }

  return (
    <DeskDialog title={text.propose} onClose={onClose}>
      <form
        className="dialog-columns"
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady && !giving.isUnderWay) void propose();
        }}
      >
        <fieldset className="desk-choice dialog-wide">
          <legend className="unseen">{text.call}</legend>
          {callTypes(contest.rule).map((one) => (
            <label key={one} data-chosen={one === type}>
              <input
                className="unseen"
                type="radio"
                name="call"
                checked={one === type}
                onChange={() => setType(one)}
              />
              {text.types[one]}
            </label>
          ))}
        </fieldset>
        <div>
          {namesSomebody(type) && (
            <Names view={view} language={language} type={type} named={named} onChange={setNamed} />
          )}
          <p className="dialog-field">
            <label htmlFor={`${id}-source`}>{text.source}</label>
            <input
              id={`${id}-source`}
              type="text"
              maxLength={200}
              placeholder={text.sourceHint}
              value={source}
              onChange={(event) => setSource(event.target.value)}
            />
          </p>
          <p className="dialog-field">
            <label htmlFor={`${id}-reason`}>{text.reason}</label>
            <input
              id={`${id}-reason`}
              type="text"
              maxLength={1000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </p>
        </div>
        <CallArithmetic view={view} said={{ type, choices }} language={language} />
        <div className="dialog-foot">
          <GivingNote failure={giving.failure} language={language} />
          <p className="desk-note">{text.proposeNote}</p>
          <div className="desk-buttons">
            <button
              type="submit"
              className="button"
              data-look="solid"
              disabled={!isReady || giving.isUnderWay}
            >
              {text.proposeIt}
            </button>
            <button type="button" className="button" onClick={onClose}>
              {deskWords(language).back}
            </button>
          </div>
        </div>
      </form>
    </DeskDialog>
  );
}

/** Who is called: most votes first. */
function Names({
  view,
  language,
  type,
  named,
  onChange,
}: Pick<ProposeProps, 'view' | 'language'> & {
  type: CallType;
  named: ReadonlySet<ChoiceId>;
  onChange: (named: ReadonlySet<ChoiceId>) => void;
}) {
  const text = callWords(language);
  const { choices, counted } = standingOfView(view);
  const line = lineOf(view.definition.contest.rule);
  return (
    <fieldset className="call-names">
      <legend>{type === 'runoff' ? text.whoOptional : text.who}</legend>
      {choices
        .toSorted((one, other) => other.votes - one.votes)
        .map(({ id, votes }) => (
          <label key={id}>
            <input
              type="checkbox"
              checked={named.has(id)}
              onChange={() => onChange(toggled(named, id))}
            />
            <span>{nameOf(view.definition, id)}</span>
            <b>{shareText({ num: votes, den: counted }, line, language)}</b>
          </label>
        ))}
    </fieldset>
  );
}

function toggled(named: ReadonlySet<ChoiceId>, id: ChoiceId): ReadonlySet<ChoiceId> {
  return named.has(id) ? new Set([...named].filter((one) => one !== id)) : new Set([...named, id]);
}
