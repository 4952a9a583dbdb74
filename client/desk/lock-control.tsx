import { useEffect, useState } from 'react';
import { noticeWords } from '../words/desk-notices.ts';
import { DeskDialog } from './desk-dialog.tsx';
import type { DeskView } from './desk-view.ts';
import { GivingNote } from './giving-note.tsx';
import { ReasonForm } from './reason-form.tsx';
import { useGiving } from './use-giving.ts';

type LockProps = Pick<DeskView, 'definition' | 'tally' | 'person' | 'language'>;

/** F9 holds all publishing of a contest, with a reason; the same undoes it. */
export function LockControl(props: LockProps) {
  const { tally, person, language } = props;
  const text = noticeWords(language);
  const [isOpen, setOpen] = useState(false);
  const mayLock = person.role !== 'entry';
  useEffect(() => {
    if (!mayLock) return;
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'F9' || document.querySelector('dialog[open]') !== null) return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [mayLock]);
  if (!mayLock) return null;
  return (
    <>
      <button type="button" className="button strip-lock" onClick={() => setOpen(true)}>
        {tally.locked ? text.unlock : text.lock} <kbd>F9</kbd>
      </button>
      {isOpen && <LockDialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

function LockDialog({ definition, tally, language, onClose }: LockProps & { onClose: () => void }) {
  const text = noticeWords(language);
  // What was pressed stays what it was, also if another editor was faster.
  const [locks] = useState(!tally.locked);
  const giving = useGiving();

  async function give(reason: string) {
    const path = `/contests/${encodeURIComponent(definition.contest.id)}/lock`;
    const given = await giving.give(path, (lockId) => ({ lockId, locked: locks, reason }));
    if (given.ok) onClose();
  }

  return (
    <DeskDialog title={locks ? text.lockTitle : text.unlockTitle} onClose={onClose}>
      <p>{locks ? text.lockNote : text.unlockNote}</p>
      <ReasonForm
        label={locks ? text.lockReason : text.unlockReason}
        submit={locks ? text.lockIt : text.unlockIt}
        isUnderWay={giving.isUnderWay}
        language={language}
        onSubmit={(reason) => void give(reason)}
        onBack={onClose}
      >
        <GivingNote failure={giving.failure} language={language} />
      </ReasonForm>
    </DeskDialog>
  );
}

/** From edge to edge, so that nobody keys on without knowing. */
export function LockedBand({ tally, language }: Pick<LockProps, 'tally' | 'language'>) {
  const text = noticeWords(language);
  if (!tally.locked) return null;
  return (
    <p className="strip-band" data-look="locked" role="status">
      <svg viewBox="0 0 20 20" aria-hidden="true">
        <path d="M4 9h12v9H4zM6.5 9V6a3.5 3.5 0 0 1 7 0v3" />
      </svg>
      <strong>{text.locked}.</strong> {text.lockedNote}
    </p>
  );
}
