import { type RefObject, useId } from 'react';
import type { Method } from '../../shared/election/method.ts';
import { PartyChip } from '../design/party-chip.tsx';
import { partyOf } from '../design/party-hue.ts';
import { deskWords } from '../words/desk.ts';
import { integer } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { words } from '../words/words.ts';
import { CheckList } from './check-list.tsx';
import { ConflictPanel } from './conflict-panel.tsx';
import { CountField } from './count-field.tsx';
import { DeskIcon } from './desk-icon.tsx';
import type { DeskView } from './desk-view.ts';
import { keyedVotes } from './draft.ts';
import { goToNextField } from './next-field.ts';
import type { Answered } from './outbox.ts';
import { PublishBar } from './publish-bar.tsx';
import { replyText } from './reply-text.ts';
import { endOf, settledText } from './settled-text.ts';
import type { DeskNews } from './use-desk-news.ts';
import type { Keying } from './use-keying.ts';

interface KeyingProps extends DeskView {
  readonly keying: Keying;
  readonly onMethod: (method: Method) => void;
  readonly onPublish: () => void;
  readonly formRef: RefObject<HTMLFormElement | null>;
  /** Why what waits has not gone out; null while it is on its way. */
  readonly isAway: boolean;
  /** What was last published here from this desk, and what became of it. */
  readonly answered: Answered | null;
  readonly settled: DeskNews['settled'];
}

/** The middle column: one unit and method, its votes in ballot order, and what they add up to. */
export function KeyingForm(props: KeyingProps) {
  const { keying, formRef } = props;
  return (
    <form
      ref={formRef}
      className="desk-keying"
      onKeyDown={goToNextField}
      onSubmit={(event) => {
        event.preventDefault();
        props.onPublish();
      }}
    >
      <div className="keying-body">
        <KeyingHead {...props} />
        {props.answered !== null && <LastAnswer {...props} answered={props.answered} />}
        {keying.review.stops.includes('conflict') && <ConflictPanel {...props} />}
        <VoteFields {...props} />
        <Particulars {...props} />
      </div>
      <PublishBar {...props} />
    </form>
  );
}

function KeyingHead({ keying, onMethod, language }: KeyingProps) {
  const text = deskWords(language);
  const { unit, cells, draft } = keying;
  const known = words(language).methods;
  const methods = [...new Set([...unit.methods, ...cells.keys()])];
  const version = cells.get(draft.method)?.version;
  return (
    <div className="keying-head">
      <h1>
        {unit.name}, {known[draft.method]}
      </h1>
      <p>
        {[
          unit.parent,
          version === undefined ? text.noVersion : text.version(version),
          unit.registered === null
            ? null
            : `${integer(unit.registered, language)} ${text.registered}`,
          unit.expected === null ? null : `${integer(unit.expected, language)} ${text.expected}`,
        ]
          .filter((part) => part !== null && part !== '')
          .join(' · ')}
      </p>
      {methods.length > 1 && (
        <fieldset className="desk-choice">
          <legend className="unseen">{text.method}</legend>
          {methods.map((method) => (
            <label key={method} data-chosen={method === draft.method}>
              <input
                className="unseen"
                type="radio"
                name="method"
                checked={method === draft.method}
                onChange={() => onMethod(method)}
              />
              {known[method]}
            </label>
          ))}
        </fieldset>
      )}
    </div>
  );
}

function LastAnswer({ answered, settled, language }: KeyingProps & { answered: Answered }) {
  const end = endOf(answered.reply, settled);
  const { sign, said } = end ? settledText(end, language) : replyText(answered.reply, language);
  return (
    <p className="last-answer" data-sign={sign} role="status">
      <DeskIcon sign={sign} /> {said}
    </p>
  );
}

function VoteFields({ keying, definition, language }: KeyingProps) {
  const text = deskWords(language);
  const { draft, review, cells, isSending } = keying;
  const { choices } = definition.contest;
  const before = cells.get(draft.method);
  return (
    <fieldset className="vote-fields" data-rows={Math.ceil(choices.length / 2)}>
      <legend className="unseen">{text.votes}</legend>
      {[
        choices.slice(0, Math.ceil(choices.length / 2)),
        choices.slice(Math.ceil(choices.length / 2)),
      ]
        .filter((half) => half.length > 0)
        .map((half) => (
          <div key={half[0]?.id}>
            {half.map((choice) => {
              const party = partyOf(definition, choice);
              return (
                <CountField
                  key={choice.id}
                  label={text.votesFor(choice.name)}
                  value={keyedVotes(draft, choice.id)}
                  slip={review.slips.get(choice.id) ?? null}
                  isLocked={isSending}
                  hint={integer(before?.votes[choice.id] ?? 0, language)}
                  language={language}
                  onChange={(typed) =>
                    keying.change({ votes: { ...draft.votes, [choice.id]: typed } })
                  }
                >
                  <span className="ballot-place">{choices.indexOf(choice) + 1}</span>{' '}
                  {nameOf(definition, choice.id)} {party !== null && <PartyChip party={party} />}
                </CountField>
              );
            })}
          </div>
        ))}
    </fieldset>
  );
}

function Particulars({ keying, person, tally, language }: KeyingProps) {
  const text = deskWords(language);
  const id = useId();
  const { draft, review, cells, isSending } = keying;
  const before = cells.get(draft.method)?.ballotsCast ?? null;
  return (
    <div className="keying-rest">
      <div className="keying-particulars">
        <CountField
          label={text.ballotsCast}
          value={draft.ballotsCast}
          slip={review.ballotsSlip}
          isLocked={isSending}
          hint={before === null ? text.optional : integer(before, language)}
          language={language}
          onChange={(ballotsCast) => keying.change({ ballotsCast })}
        >
          {text.ballotsCast}
        </CountField>
        <fieldset className="desk-choice">
          <legend>{text.thisReport}</legend>
          {(['complete', 'partial'] as const).map((status) => (
            <label key={status} data-chosen={(status === 'complete') === draft.complete}>
              <input
                className="unseen"
                data-key
                type="radio"
                name="status"
                checked={(status === 'complete') === draft.complete}
                disabled={isSending}
                onChange={() => keying.change({ complete: status === 'complete' })}
              />
              {text.reports[status]}
            </label>
          ))}
        </fieldset>
        {review.isCorrection && (
          <div className="desk-reason">
            <label htmlFor={id}>{text.reason}</label>
            <input
              id={id}
              data-key
              type="text"
              maxLength={1000}
              placeholder={text.reasonHint}
              value={draft.reason}
              readOnly={isSending}
              aria-invalid={review.stops.includes('reason')}
              onChange={(event) => keying.change({ reason: event.target.value })}
            />
          </div>
        )}
      </div>
      <CheckList keying={keying} role={person.role} isLocked={tally.locked} language={language} />
    </div>
  );
}
