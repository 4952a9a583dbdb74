import { type ReactNode, useId } from 'react';
import { deskWords } from '../words/desk.ts';
import type { Language } from '../words/format.ts';
import type { Slip } from './review.ts';

/** A field for one number. What is no number stays as it was keyed, with the reason beside it. */
export function CountField({
  label,
  children,
  value,
  slip,
  isLocked,
  hint,
  onChange,
  language,
}: {
  /** For those who listen; `children` is what is seen. */
  label: string;
  children: ReactNode;
  value: string;
  slip: Slip | null;
  isLocked: boolean;
  /** What counts while the field is blank. */
  hint: string;
  onChange: (text: string) => void;
  language: Language;
}) {
  const id = useId();
  return (
    <div className="count-field" data-slip={slip !== null}>
      <label htmlFor={id}>{children}</label>
      <input
        id={id}
        data-key
        aria-label={label}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        value={value}
        readOnly={isLocked}
        placeholder={hint}
        aria-invalid={slip !== null}
        aria-describedby={slip === null ? undefined : `${id}-slip`}
        onChange={(event) => onChange(event.target.value)}
        onFocus={(event) => event.target.select()}
      />
      {slip !== null && (
        <span className="count-slip" id={`${id}-slip`} role="alert">
          {deskWords(language).slips[slip]}
        </span>
      )}
    </div>
  );
}
