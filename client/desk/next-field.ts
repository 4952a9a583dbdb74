import type { KeyboardEvent } from 'react';

/** Enter goes on to the next field, as a person keys a tape; with Ctrl it is not ours. */
export function goToNextField(event: KeyboardEvent<HTMLElement>): void {
  const { target, currentTarget } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return;
  if (!(target instanceof HTMLInputElement)) return;
  event.preventDefault();
  const fields = [...currentTarget.querySelectorAll<HTMLElement>('[data-key]')].filter(
    (field) => !(field instanceof HTMLInputElement && field.type === 'radio' && !field.checked),
  );
  fields[fields.indexOf(target) + 1]?.focus();
}
