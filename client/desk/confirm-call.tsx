import { useState } from 'react';
import type { Contest } from '../../shared/election/contest.ts';
import { lineOf } from '../../shared/election/rule.ts';
import { leadOf, sameLead } from '../../shared/night/lead.ts';
import { totalOf } from '../../shared/results/field.ts';
import { subjectOf } from '../../shared/results/ranking.ts';
import type { DeskCall } from '../../shared/wire/desk-messages.ts';
import type { ContestView } from '../live/store.ts';
import { callText } from '../words/call-text.ts';
import { deskWords } from '../words/desk.ts';
import { callWords } from '../words/desk-calls.ts';
import type { Language } from '../words/format.ts';
import { nameOf } from '../words/names-text.ts';
import { shareText } from '../words/share-text.ts';
import { CallArithmetic } from './call-arithmetic.tsx';
import { DeskDialog } from './desk-dialog.tsx';
import { GivingNote } from './giving-note.tsx';
import { useGiving } from './use-giving.ts';

interface ConfirmProps {
  readonly call: DeskCall;
  readonly contest: Contest;
  readonly view: ContestView;
  readonly language: Language;
  readonly onClose: () => void;
}

/**
 * The second editor looks at a proposed call and makes it public. What counts is the picture that was
 * looked at: once the lead is another, it has to be looked at again.
 */
export function ConfirmCall({ call, contest, view, language, onClose }: ConfirmProps) {
  const text = callWords(language);
  const [seen, setSeen] = useState(view);
  const giving = useGiving();
  const leadIs = (one: ContestView) => leadOf(contest, one.tally.votes);
  const isAnother = !sameLead(leadIs(seen), leadIs(view)) || giving.failure?.code === 'conflict';

  async function confirm() {
    const path = `/calls/${encodeURIComponent(call.callId)}/confirm`;
    const given = await giving.give(path, () => ({ seq: seen.position.seq }));
    if (given.ok) onClose();
  }

  function lookAgain() {
    setSeen(view);
    giving.forget();
  }

  return (
    <DeskDialog title={text.confirmTitle} onClose={onClose}>
      <div className="dialog-columns">
        <div>
          <CallSummary call={call} view={view} language={language} />
          {call.leadChanged && !isAnother && <p className="call-warning">{text.leadChanged}</p>}
          <dl className="effect-shares">
            {isAnother && <LeaderShare view={seen} when={text.whenSeen} language={language} />}
            <LeaderShare view={view} when={text.now} language={language} />
          </dl>
          {isAnother && (
            <p className="call-warning" role="alert">
              {text.lookAgain}
            </p>
          )}
        </div>
        <CallArithmetic view={view} said={call} language={language} />
        <div className="dialog-foot">
          <GivingNote failure={giving.failure} language={language} />
          <div className="desk-buttons">
            {isAnother ? (
              <button type="button" className="button" data-look="solid" onClick={lookAgain}>
                {text.lookedAgain}
              </button>
            ) : (
              <button
                type="button"
                className="button"
                data-look="solid"
                disabled={giving.isUnderWay}
                onClick={() => void confirm()}
              >
                {text.confirm}
              </button>
            )}
            <button type="button" className="button" onClick={onClose}>
              {deskWords(language).back}
            </button>
          </div>
        </div>
      </div>
    </DeskDialog>
  );
}

/** What a proposal says, who says so and why. */
export function CallSummary({
  call,
  view,
  language,
}: Pick<ConfirmProps, 'call' | 'view' | 'language'>) {
  const text = callWords(language);
  const proposer = call.by.name ?? deskWords(language).someone;
  return (
    <>
      <p>
        <strong>{callText(call, view.definition, language)}</strong>
      </p>
      <p className="desk-note">
        {[call.source === null ? null : text.saidBy(call.source), text.by(proposer)]
          .filter((part) => part !== null)
          .join(', ')}
      </p>
      {call.reason !== null && <q>{call.reason}</q>}
    </>
  );
}

function LeaderShare({
  view: { definition, tally },
  when,
  language,
}: {
  view: ContestView;
  when: string;
  language: Language;
}) {
  const { contest } = definition;
  const subject = subjectOf(contest, tally.votes);
  if (subject === null) return null;
  const share = { num: subject.votes, den: totalOf(contest, tally.votes) };
  return (
    <>
      <dt>
        {nameOf(definition, subject.id)} {when}
      </dt>
      <dd>{shareText(share, lineOf(contest.rule), language)}</dd>
    </>
  );
}
