import { useState } from 'react';
import type { Call } from '../../shared/count/call.ts';
import { standingOfView } from '../live/selectors.ts';
import { callText } from '../words/call-text.ts';
import { deskWords } from '../words/desk.ts';
import { callWords } from '../words/desk-calls.ts';
import { nightTimeInZone } from '../words/format.ts';
import type { CallsProps } from './calls-panel.tsx';
import { DeskIcon } from './desk-icon.tsx';
import { GivingNote } from './giving-note.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useGiving } from './use-giving.ts';
import { weighCall } from './weigh-call.ts';

type MadeProps = CallsProps & { readonly call: Call };

/** A call that is public: any editor can put it under review at once, a second one decides. */
export function MadeCall(props: MadeProps) {
  const { call, definition, view, language, person } = props;
  const text = callWords(language);
  const isContradicted =
    call.state !== 'retracted' &&
    weighCall(definition, standingOfView(view), call) === 'contradicted';
  return (
    <article className="desk-card" data-state={call.state}>
      <p>
        <strong>{callText(call, definition, language)}</strong>
      </p>
      <p className="desk-note">
        {nightTimeInZone(call.nightAt, definition.election, language)}
        {call.source !== null && `, ${call.source}`}
      </p>
      {isContradicted && (
        <p className="call-warning">
          <DeskIcon sign="stop" /> <strong>{text.contradicted}</strong>
        </p>
      )}
      {call.retraction !== null && <p>{text.retracted(call.retraction.reason)}</p>}
      {call.state === 'public' && person.role !== 'entry' && <Suspend {...props} />}
      {call.state === 'under-review' && <Review {...props} />}
    </article>
  );
}

function Suspend({ call, definition, language }: MadeProps) {
  const text = callWords(language);
  const [isOpen, setOpen] = useState(false);
  const giving = useGiving();

  async function suspend(reason: string) {
    const { contest } = definition;
    const retracts = call.callId;
    const given = await giving.give('/calls', (callId) => ({
      callId,
      contest: contest.id,
      type: 'retract',
      retracts,
      reason,
    }));
    if (given.ok) setOpen(false);
  }

  if (!isOpen) {
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {text.suspend}
      </button>
    );
  }
  return (
    <ReasonForm
      label={text.suspendReason}
      submit={text.suspendIt}
      isUnderWay={giving.isUnderWay}
      language={language}
      onSubmit={(reason) => void suspend(reason)}
      onBack={() => setOpen(false)}
    >
      <p className="desk-note">{text.suspendNote}</p>
      <GivingNote failure={giving.failure} language={language} />
    </ReasonForm>
  );
}

/** The second editor's two ways out. */
function Review({ call, decisions, person, language }: MadeProps) {
  const text = callWords(language);
  const [isStanding, setStanding] = useState(false);
  const giving = useGiving();
  const review = decisions?.reviews.find(({ retracts }) => retracts === call.callId);
  if (review === undefined) return null;
  const path = `/calls/${encodeURIComponent(review.callId)}`;
  const name = review.by.name ?? deskWords(language).someone;
  const isOwn = review.by.id === person.id;
  return (
    <>
      <p className="call-warning">{text.underReview(name, review.reason)}</p>
      {isOwn && <p className="desk-note">{text.ownReview}</p>}
      {!isOwn && isStanding && (
        <ReasonForm
          label={text.standReason}
          submit={text.standIt}
          isUnderWay={giving.isUnderWay}
          language={language}
          onSubmit={(reason) => void giving.give(`${path}/reinstate`, () => ({ reason }))}
          onBack={() => setStanding(false)}
        />
      )}
      {!isOwn && !isStanding && (
        <div className="desk-buttons">
          <button
            type="button"
            className="button"
            disabled={giving.isUnderWay}
            onClick={() => void giving.give(`${path}/confirm`, () => ({}))}
          >
            {text.retract}
          </button>
          <button type="button" className="button" onClick={() => setStanding(true)}>
            {text.stand}
          </button>
        </div>
      )}
      <GivingNote failure={giving.failure} language={language} />
    </>
  );
}
