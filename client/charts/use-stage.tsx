import {
  createContext,
  type ReactNode,
  type RefObject,
  use,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { present } from '../../shared/basics/assert.ts';
import type { ChoiceId } from '../../shared/basics/ids.ts';
import type { Line } from '../../shared/election/rule.ts';
import type { Figures } from './figures.ts';
import type { Frame } from './frame.ts';
import { type Painter, Stage, type Ticker } from './stage.ts';

const StageContext = createContext<Stage | null>(null);

/** Gives what is inside a stage that goes to `figures` each time they change. */
export function StageProvider(props: {
  stage: Stage;
  figures: Figures;
  corrected: ReadonlySet<ChoiceId>;
  children: ReactNode;
}) {
  const { stage, figures, corrected, children } = props;
  useLayoutEffect(() => stage.show(figures, corrected), [stage, figures, corrected]);
  return <StageContext value={stage}>{children}</StageContext>;
}

/** One stage for as long as the component lives. */
export function useNewStage(figures: Figures, line: Line | null): Stage {
  const [stage] = useState(() => new Stage({ figures, line, ticker: SCREEN }));
  return stage;
}

function useStage(): Stage {
  return present(use(StageContext), 'StageProvider around this component');
}

/**
 * A node that the stage writes into: what React draws first it never touches again, or it would
 * put the end of a movement before its beginning.
 */
export function usePainted<Node extends Element, Value>(
  pick: (frame: Frame) => Value,
  put: (node: Node, value: Value) => void,
): { ref: RefObject<Node | null>; first: Value } {
  const stage = useStage();
  const ref = useRef<Node>(null);
  const [first] = useState(() => pick(stage.frame));
  const shown = useRef(first);
  // After every render: what is picked may be another thing now, though no number moved.
  useLayoutEffect(() => {
    const painter: Painter = (frame) => {
      const value = pick(frame);
      if (value === shown.current || ref.current === null) return;
      shown.current = value;
      put(ref.current, value);
    };
    painter(stage.frame);
    return stage.paint(painter);
  });
  return { ref, first };
}

/** The browser's own time; on the server nothing ever moves. */
const SCREEN: Ticker = {
  nowMs: () => performance.now(),
  onNextFrame: (callback) => void requestAnimationFrame(callback),
  still: () => matchMedia('(prefers-reduced-motion: reduce)').matches,
};
