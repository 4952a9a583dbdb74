import { useId, useState } from 'react';
import { deskWords } from '../words/desk.ts';
import { noticeWords } from '../words/desk-notices.ts';
import { DeskDialog } from './desk-dialog.tsx';
import type { DeskView } from './desk-view.ts';
import { GivingNote } from './giving-note.tsx';
import { useGiving } from './use-giving.ts';
import { zonedInstant } from './zoned-instant.ts';

/** A text for readers in both languages, and since when it holds. */
export function PostNotice({
  definition,
  language,
  onClose,
}: Pick<DeskView, 'definition' | 'language'> & { onClose: () => void }) {
  const text = noticeWords(language);
  const { contest, election } = definition;
  const [english, setEnglish] = useState('');
  const [spanish, setSpanish] = useState('');
  const [shown, setShown] = useState('');
  const giving = useGiving();
  const id = useId();
  const isReady = english.trim() !== '' && !giving.isUnderWay;

  async function post() {
    const [en, es] = [english.trim(), spanish.trim()];
    const since = zonedInstant(shown, election.timeZone);
    const given = await giving.give('/notices', (noticeId) => ({
      noticeId,
      contest: contest.id,
      text: es === '' ? { en } : { en, es },
      ...(since !== null && { since }),
    }));
    if (given.ok) onClose();
  }

  return (
    <DeskDialog title={text.post} onClose={onClose}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) void post();
        }}
      >
        <TextField lang="en" label={text.english} value={english} onChange={setEnglish} />
        <TextField lang="es" label={text.spanish} value={spanish} onChange={setSpanish} />
        {spanish.trim() === '' && <p className="desk-note">{text.noSpanish}</p>}
        <p className="dialog-field">
          <label htmlFor={id}>{text.since}</label>
          <input
            id={id}
            type="datetime-local"
            value={shown}
            onChange={(event) => setShown(event.target.value)}
          />
          <small className="desk-note">{text.sinceNote(election.timeZone)}</small>
        </p>
        <GivingNote failure={giving.failure} language={language} />
        <div className="desk-buttons">
          <button type="submit" className="button" data-look="solid" disabled={!isReady}>
            {text.postIt}
          </button>
          <button type="button" className="button" onClick={onClose}>
            {deskWords(language).back}
          </button>
        </div>
      </form>
    </DeskDialog>
  );
}

function TextField({
  lang,
  label,
  value,
  onChange,
}: {
  lang: string;
  label: string;
  value: string;
  onChange: (text: string) => void;
}) {
  const id = useId();
  return (
    <p className="dialog-field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        lang={lang}
        rows={2}
        maxLength={500}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </p>
  );
}
