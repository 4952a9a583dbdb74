import { useState } from 'react';
import type { Contest } from '../../shared/election/contest.ts';
import type { DeskCall, DeskDecisions } from '../../shared/wire/desk-messages.ts';
import type { ContestView } from '../live/store.ts';
import { callWords } from '../words/desk-calls.ts';
import { CallSummary, ConfirmCall } from './confirm-call.tsx';
import { DeskIcon } from './desk-icon.tsx';
import type { DeskView } from './desk-view.ts';
import { MadeCall } from './made-call.tsx';
import { ProposeCall } from './propose-call.tsx';

export interface CallsProps extends DeskView {
  readonly contest: Contest;
  readonly view: ContestView;
  readonly decisions: DeskDecisions | null;
}

/** What is called, what is proposed, and what is under review. */
export function CallsPanel(props: CallsProps) {
  const { decisions, tally, contest, person, view, language } = props;
  const text = callWords(language);
  const [isProposing, setProposing] = useState(false);
  const proposed = decisions?.calls.filter((call) => call.contest === contest.id) ?? [];
  const isEmpty = tally.calls.length === 0 && proposed.length === 0;
  return (
    <section className="desk-calls">
      <h2>{text.title}</h2>
      {!tally.open && <p className="desk-note">{text.beforeClose}</p>}
      {isEmpty && tally.open && <p className="desk-note">{text.none}</p>}
      {proposed.map((call) => (
        <ProposedCall key={call.callId} {...props} call={call} />
      ))}
      {tally.calls.toReversed().map((call) => (
        <MadeCall key={call.callId} {...props} call={call} />
      ))}
      {person.role !== 'entry' && tally.open && (
        <button type="button" className="button" onClick={() => setProposing(true)}>
          {text.propose}
        </button>
      )}
      {isProposing && (
        <ProposeCall view={view} language={language} onClose={() => setProposing(false)} />
      )}
    </section>
  );
}

function ProposedCall({ call, person, ...props }: CallsProps & { call: DeskCall }) {
  const text = callWords(props.language);
  const [isLooking, setLooking] = useState(false);
  return (
    <article className="desk-card">
      <p className="desk-said">
        <DeskIcon sign="sending" /> {text.proposed}
      </p>
      <CallSummary {...props} call={call} />
      {call.leadChanged && <p className="call-warning">{text.leadChanged}</p>}
      {call.by.id === person.id ? (
        <p className="desk-note">{text.ownCall}</p>
      ) : (
        <button type="button" className="button" onClick={() => setLooking(true)}>
          {text.look}
        </button>
      )}
      {isLooking && <ConfirmCall {...props} call={call} onClose={() => setLooking(false)} />}
    </article>
  );
}
