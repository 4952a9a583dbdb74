import { type ReactNode, useId, useState } from 'react';
import { deskWords } from '../words/desk.ts';
import type { Language } from '../words/format.ts';

/** A reason, and the one press that goes with it. */
export function ReasonForm({
  label,
  submit,
  isUnderWay,
  language,
  onSubmit,
  onBack,
  children,
}: {
  label: string;
  /** The words on the button. */
  submit: string;
  isUnderWay: boolean;
  language: Language;
  onSubmit: (reason: string) => void;
  onBack: () => void;
  children?: ReactNode;
}) {
  const text = deskWords(language);
  const id = useId();
  const [typed, setTyped] = useState('');
  const reason = typed.trim();
  return (
    <form
      className="reason-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (reason !== '' && !isUnderWay) onSubmit(reason);
      }}
    >
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        // biome-ignore lint/a11y/noAutofocus: it opens on the person's own press
        autoFocus
        maxLength={1000}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {children}
      <div className="desk-buttons">
        <button
          type="submit"
          className="button"
          data-look="solid"
          disabled={reason === '' || isUnderWay}
        >
          {submit}
        </button>
        <button type="button" className="button" onClick={onBack}>
          {text.back}
        </button>
      </div>
    </form>
  );
}
