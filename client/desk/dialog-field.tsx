import { type HTMLInputTypeAttribute, type ReactNode, useId } from 'react';

/** A field of a panel, with its label above and what else is to be known of it below. */
export function DialogField({
  label,
  value,
  onChange,
  type = 'text',
  placeholder,
  children,
}: {
  label: string;
  value: string;
  onChange: (text: string) => void;
  type?: HTMLInputTypeAttribute;
  placeholder?: string;
  children?: ReactNode;
}) {
  const id = useId();
  return (
    <p className="dialog-field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type={type}
        maxLength={1000}
        autoComplete="off"
        placeholder={placeholder}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {children}
    </p>
  );
}
