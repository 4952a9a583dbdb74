import { useState } from 'react';
import type { DeskAmendment, DeskDecisions } from '../../shared/wire/desk-messages.ts';
import { deskWords } from '../words/desk.ts';
import { amendmentWords } from '../words/desk-amendments.ts';
import { AmendDialog } from './amend-dialog.tsx';
import { amendmentText } from './amendment-text.ts';
import type { DeskView } from './desk-view.ts';
import { effectText } from './effect-text.ts';
import { GivingNote } from './giving-note.tsx';
import type { ListedUnit } from './listed-unit.ts';
import { useGiving } from './use-giving.ts';

interface AmendmentsProps extends DeskView {
  readonly units: readonly ListedUnit[];
  readonly decisions: DeskDecisions | null;
}

/** Changes of the definition in mid-night: made here, and confirmed by a second editor where they are grave. */
export function AmendmentsPanel(props: AmendmentsProps) {
  const { decisions, definition, person, language } = props;
  const text = amendmentWords(language);
  const [isOpen, setOpen] = useState(false);
  const [given, setGiven] = useState<string | null>(null);
  if (person.role === 'entry') return null;
  const { contest } = definition;
  const waiting = decisions?.amendments.filter((one) => one.contest === contest.id) ?? [];
  return (
    <section className="desk-amendments">
      <h2>{text.title}</h2>
      {waiting.length === 0 && <p className="desk-note">{text.none}</p>}
      {given !== null && <p role="status">{given === 'proposed' ? text.waits : text.inForce}</p>}
      {waiting.map((amendment) => (
        <ProposedAmendment key={amendment.amendId} {...props} amendment={amendment} />
      ))}
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {text.amend}
      </button>
      {isOpen && <AmendDialog {...props} onClose={() => setOpen(false)} onGiven={setGiven} />}
    </section>
  );
}

/** What waits for a second editor: what it says, why, what it would prove, and what speaks against it. */
function ProposedAmendment(props: AmendmentsProps & { amendment: DeskAmendment }) {
  const { amendment, definition, units, person, language } = props;
  const text = amendmentWords(language);
  const effects = effectText(amendment.effect, definition, language);
  const name = amendment.by.name ?? deskWords(language).someone;
  return (
    <article className="desk-card">
      <p className="desk-note">{text.proposedBy(name)}</p>
      {amendmentText(amendment.changes, definition, units, language).map((line) => (
        <p key={line}>
          <strong>{line}</strong>
        </p>
      ))}
      <q>{amendment.reason}</q>
      <h3>{text.effect}</h3>
      {effects.length === 0 && <p>{text.noEffect}</p>}
      {effects.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {amendment.by.id === person.id ? (
        <p className="desk-note">{text.own}</p>
      ) : (
        <Confirmation {...props} />
      )}
    </article>
  );
}

/** A certification while something is open takes a second press. */
function Confirmation({
  amendment,
  tally,
  language,
}: AmendmentsProps & { amendment: DeskAmendment }) {
  const text = amendmentWords(language);
  const giving = useGiving();
  const [isArmed, setArmed] = useState(false);
  const { changes } = amendment;
  const missing = tally.units.partial + tally.units.none;
  const certifies = changes.certified !== undefined && changes.certified !== null;
  const warnings = certifies
    ? [
        ...(tally.holds > 0 ? [text.openHolds(tally.holds)] : []),
        ...(missing > 0 ? [text.incomplete(missing)] : []),
      ]
    : [];

  function press() {
    if (warnings.length > 0 && !isArmed) return setArmed(true);
    const path = `/amendments/${encodeURIComponent(amendment.amendId)}/confirm`;
    void giving.give(path, () => ({}));
  }

  return (
    <>
      {warnings.map((warning) => (
        <p key={warning} className="call-warning">
          {warning}
        </p>
      ))}
      <GivingNote failure={giving.failure} language={language} />
      <button
        type="button"
        className="button"
        data-armed={isArmed}
        disabled={giving.isUnderWay}
        onClick={press}
      >
        {isArmed ? text.confirmAgain : text.confirm}
      </button>
    </>
  );
}
