import { type ReactNode, useId, useLayoutEffect, useRef } from 'react';

/** A panel over the desk that has the keyboard until it is closed: Escape closes it. */
export function DeskDialog({
  title,
  onClose,
  children,
}: {
  title: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    if (dialog?.open === false) dialog.showModal();
    // Closed before it is taken away, it gives the focus back to where it was.
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={ref} className="desk-dialog" aria-labelledby={id} onClose={onClose}>
      <h2 id={id}>{title}</h2>
      {children}
    </dialog>
  );
}
