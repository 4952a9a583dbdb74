import type { ReactNode } from 'react';
import type { Frame } from '../charts/frame.ts';
import { usePainted } from '../charts/use-stage.tsx';

/**
 * What stands behind the end of a bar and moves with it.
 * @param end in units of the track
 */
export function After({
  end,
  from = 'left',
  children,
}: {
  end: (frame: Frame) => number;
  from?: 'left' | 'right';
  children: ReactNode;
}) {
  const { ref, first } = usePainted<SVGSVGElement, number>(end, putWidth);
  return (
    <div className="screen-after" data-from={from}>
      {/* An empty picture is as wide as its attribute says: a style would be refused. */}
      <svg ref={ref} width={`${first / 10}%`} height="1" className="spacer" aria-hidden="true" />
      <span className="screen-after-text">{children}</span>
    </div>
  );
}

function putWidth(node: SVGSVGElement, end: number): void {
  node.setAttribute('width', `${end / 10}%`);
}
