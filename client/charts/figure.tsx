import type { Frame } from './frame.ts';
import { usePainted } from './use-stage.tsx';

/** A printed number that moves with the stage. */
export function Figure({
  print,
  className = 'figure',
}: {
  print: (frame: Frame) => string;
  className?: string;
}) {
  const { ref, first } = usePainted<HTMLSpanElement, string>(print, write);
  return (
    <span ref={ref} className={className}>
      {first}
    </span>
  );
}

function write(node: Element, text: string): void {
  node.textContent = text;
}
