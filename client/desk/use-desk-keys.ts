import { type RefObject, useEffect, useRef } from 'react';

/** The desk's two keys that work from anywhere: `/` finds a unit, Ctrl and Enter publish what is keyed. */
export function useDeskKeys(find: RefObject<HTMLInputElement | null>, publish: () => void): void {
  const newest = useRef(publish);
  useEffect(() => {
    newest.current = publish;
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // What is open over the desk has the keys to itself.
      if (document.querySelector('dialog[open]') !== null) return;
      if (event.key === '/' && !takesSlash(event.target)) {
        event.preventDefault();
        find.current?.focus();
      }
      // A key that is held down is one press.
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        if (!event.repeat) newest.current();
      }
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [find]);
}

/** Fields of words take a slash as it is; those of numbers never need one. */
function takesSlash(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLInputElement && target.type === 'text' && target.inputMode !== 'numeric'
  );
}
